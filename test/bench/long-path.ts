import type { CaptureEvent } from '../../lib/model/capture-event.ts'
import * as normalize from '../../lib/recording/normalize.ts'

/** Hops of one document: nine redirects and the page that they lead to, whose script goes on to the next. */
const HOPS_A_DOCUMENT = 10

/** What a browser tells of one event, still to be normalised: a benchmark counts that in. */
export type RawEvent = () => CaptureEvent

/** A URL as trackers make them: about 200 characters, a click ID among them. */
export const hopUrl = (hop: number): string =>
  `https://t${hop % 40}.tracker.example/c/${hop}?fbclid=IwAR0bench${'Ab9'.repeat(18)}&clickid=w${hop}QZ7m3k1b5v9&sub1=camp-77&sub2=adset-4152&utm_source=facebook&utm_campaign=spring`

/** Everything that Chromium says of one click with so many hops, in its order, headers and all. */
export function longPath(hops: number): RawEvent[] {
  const raw: RawEvent[] = []
  let timeStamp = 1_795_000_000_000
  for (let first = 0; first < hops; first += HOPS_A_DOCUMENT) {
    const end = Math.min(first + HOPS_A_DOCUMENT, hops)
    raw.push(...documentOf(first, end, () => ++timeStamp))
    timeStamp += 120
  }
  return raw
}

function documentOf(first: number, end: number, tick: () => number): RawEvent[] {
  const requestId = String(1000 + first)
  const begun = { tabId: 7, frameId: 0, url: hopUrl(first) }
  const raw: RawEvent[] = []
  const at = (make: (timeStamp: number) => CaptureEvent) => {
    const timeStamp = tick()
    raw.push(() => make(timeStamp))
  }
  if (first > 0)
    at((time) =>
      normalize.pageReport(
        { type: 'page-navigates', time, url: hopUrl(first), userInitiated: false, how: 'other' },
        begun.tabId,
      ),
    )
  at((timeStamp) => normalize.navigationBegun({ ...begun, timeStamp }))
  for (let hop = first; hop < end; hop++) {
    const request = { tabId: 7, requestId, url: hopUrl(hop), method: 'GET' }
    const initiator = first > 0 ? { initiator: new URL(hopUrl(first - 1)).origin } : {}
    at((timeStamp) => normalize.requestSent({ ...request, ...initiator, timeStamp }))
    const answer = { ...request, ip: '192.0.2.17', fromCache: false, responseHeaders: headers(hop) }
    if (hop + 1 < end)
      at((timeStamp) =>
        normalize.requestRedirected({ ...answer, timeStamp, statusCode: 302, redirectUrl: hopUrl(hop + 1) }),
      )
    else at((timeStamp) => normalize.responseStarted({ ...answer, timeStamp, statusCode: 200 }))
  }
  const transitionQualifiers = ['server_redirect', ...(first > 0 ? ['client_redirect'] : [])]
  at((timeStamp) =>
    normalize.navigationCommitted({
      ...begun,
      url: hopUrl(end - 1),
      timeStamp,
      transitionType: first > 0 ? 'link' : 'typed',
      transitionQualifiers,
    }),
  )
  return raw
}

/** As a tracker answers: a dozen headers, and every third sets a cookie. */
const headers = (hop: number) => [
  ...['date', 'server', 'content-type', 'content-length', 'connection', 'cache-control', 'vary', 'p3p'].map((name) => ({
    name,
    value: 'a value of some length',
  })),
  ...(hop % 3 === 0 ? [{ name: 'Set-Cookie', value: `click=w${hop}QZ7m3k1b5v9; Path=/; Secure; SameSite=None` }] : []),
]
