import fc from 'fast-check'
import type { CaptureEvent } from '../../lib/model/capture-event.ts'
import { firefoxStory, type Story, story } from './story.ts'

/** URLs as strangers write them: few, so that events meet; some that are none. */
const hostileUrl = fc.oneof(
  fc.constantFrom(
    'https://a.example/?clickid=1234567',
    'https://a.example/?clickid=1234567#f',
    'https://b.example/',
    'https://b.example/?%E0%A4%A&=&&a=%',
    'javascript:alert(1)',
    'http://[::1',
    '',
    '#',
    'https://\ud800.example/',
    '__proto__',
  ),
  fc.string(),
)

const time = fc.oneof(
  fc.integer({ min: 1_795_000_000_000, max: 1_795_000_030_000 }),
  fc.constantFrom(0, -1, Number.NaN, Number.POSITIVE_INFINITY, Number.MAX_VALUE),
)
const tabId = fc.constantFrom(1, 2, 3, -1, Number.NaN, Number.MAX_SAFE_INTEGER)
const text = fc.oneof(fc.constantFrom('', '__proto__', 'constructor', 'server_redirect', 'forward_back'), fc.string())
const status = fc.constantFrom(0, 200, 204, 302, 307, 404, -1, Number.NaN)
const requestId = fc.constantFrom('1', '2', '3', '')
const setCookies = fc.array(fc.record({ name: text, value: text }), { maxLength: 2 })

/** Events with fitting types and nothing else: any value, in any order. */
export const hostileEvent: fc.Arbitrary<CaptureEvent> = fc
  .tuple(
    fc.record({ tabId, time, url: hostileUrl }),
    fc.oneof(
      fc.record({ type: fc.constant('navigation-begun' as const) }),
      fc.record(
        {
          type: fc.constant('request-sent' as const),
          requestId,
          method: text,
          initiator: hostileUrl,
          body: text,
        },
        { requiredKeys: ['type', 'requestId', 'method'] },
      ),
      fc.record(
        {
          type: fc.constant('request-redirected' as const),
          requestId,
          to: hostileUrl,
          status,
          fromCache: fc.boolean(),
          ip: text,
          setCookies,
          headers: setCookies,
          internalReason: text,
        },
        { requiredKeys: ['type', 'requestId', 'to', 'status', 'fromCache'] },
      ),
      fc.record(
        {
          type: fc.constant('response-started' as const),
          requestId,
          status,
          fromCache: fc.boolean(),
          refresh: fc.oneof(text, fc.constant('0;url=https://b.example/')),
        },
        { requiredKeys: ['type', 'requestId', 'status', 'fromCache'] },
      ),
      fc.record({ type: fc.constant('request-failed' as const), requestId, error: text }),
      fc.record({
        type: fc.constant('navigation-committed' as const),
        transition: text,
        qualifiers: fc.array(text, { maxLength: 3 }),
      }),
      fc.record({ type: fc.constant('navigation-failed' as const), error: text }),
      fc.record({
        type: fc.constant('address-changed' as const),
        kind: fc.constantFrom('history' as const, 'fragment' as const),
        qualifiers: fc.array(text, { maxLength: 3 }),
      }),
      fc.record({ type: fc.constant('tab-opened' as const), sourceTabId: tabId }),
      fc.record(
        {
          type: fc.constant('page-navigates' as const),
          userInitiated: fc.boolean(),
          how: fc.constantFrom('link', 'form', 'meta-refresh', 'reload', 'traverse', 'other'),
          element: text,
        },
        { requiredKeys: ['type', 'userInitiated', 'how'] },
      ),
      fc.record(
        { type: fc.constant('page-targets' as const), how: fc.constantFrom('link', 'form'), element: text },
        { requiredKeys: ['type', 'how'] },
      ),
    ),
  )
  .map(([fact, rest]) => ({ ...fact, ...rest }) as CaptureEvent)

/** What can happen next in a story, wherever it is. */
const URLS = ['https://a.example/?clickid=Ab12Cd34Ef56', 'https://b.example/', 'https://c.example/?s1=Ab12Cd34Ef56#x']
const STEPS: ((told: Story, url: string, n: number) => Story)[] = [
  (told, url) => told.typed(url).lands(),
  (told, url) => told.link(url).redirect(302, 'https://r.example/').lands(),
  (told, url) =>
    told
      .script(url)
      .redirect(301, 'https://r.example/', { fromCache: true })
      .lands({ refresh: `1;${url}` }),
  (told, url) => told.form(url, { method: 'POST', body: 's1=Ab12Cd34Ef56&password=x' }).lands({ otherProcess: true }),
  (told, url) => told.metaRefresh(url).lands(),
  (told, url) => told.address('history', url),
  (told, url, n) => told.opens(url, 10 + n).lands(),
  (told, url) => told.link(url).overtaken().link('https://o.example/').lands(),
  (told, url) => told.link(url).fails(),
  // Nobody clicks on what has not been there for a moment.
  (told, url) => told.prefetches(url).wait(1_000),
  (told, url) => told.announces(url),
  (told, url) => told.link(url).bringsNoDocument(),
  (told) => told.inTab(1),
  (told) => told.reload().lands(),
  (told, url) => told.back(url).lands(),
]

/** Whole stories, as either browser tells them. */
export const anyStory: fc.Arbitrary<Story> = fc
  .tuple(
    fc.constantFrom(story, firefoxStory),
    fc.array(fc.tuple(fc.constantFrom(...STEPS), fc.constantFrom(...URLS)), { minLength: 1, maxLength: 8 }),
  )
  .map(([begin, steps]) =>
    steps.reduce((told, [step, url], n) => step(told, url, n), begin().typed('https://ads.example/').lands()),
  )

/** The events of whole stories, half of them in no order at all: what is told late changes what was written. */
export const anyOrder: fc.Arbitrary<CaptureEvent[]> = anyStory.chain(({ events }) =>
  fc.oneof(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
)
