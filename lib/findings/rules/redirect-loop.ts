import { splitUrl } from '../../identifiers/split-url.ts'
import { isInPage } from '../../identifiers/trail.ts'
import type { Hop } from '../../model/click-path.ts'
import { ledBy, placeOf } from '../blame.ts'
import { BY_ITSELF } from '../by-itself.ts'
import { isRedirectLimit } from '../network-error.ts'
import type { Rule } from '../rule.ts'
import { bare } from '../url-change.ts'
import { hopNumber, hopNumberFirst } from '../words.ts'

export const redirectLoop: Rule = {
  id: 'redirect-loop',
  severity: 'error',
  title: 'The path comes back to a URL',
  why: 'Visitors never arrive: browsers give up after about 20 redirects, and every round may be counted as a click.',
  fix: 'Break the circle: look at what two hops disagree about (http and https, www, a trailing slash, a missing cookie).',
  check: ({ hops }) => {
    const back = firstReturn(hops)
    const gaveUp = hops.findIndex(({ error }) => error !== null && isRedirectLimit(error))
    if (gaveUp < 0 && back === null) return []
    const hop = gaveUp >= 0 ? gaveUp : (back?.from ?? 0)
    return [
      {
        rule: 'redirect-loop',
        severity: 'error',
        hop,
        title: back
          ? `Redirect loop: ${placeOf(hops[back.from])} leads back to the URL of ${hopNumber(back.to)}`
          : `Redirect loop: the browser gave up at ${hopNumber(hop)}`,
        detail: back
          ? `${hopNumberFirst(back.from)} sent the browser back to the URL of ${hopNumber(back.to)}.${gaveUp >= 0 ? ` The browser gave up at ${hopNumber(gaveUp)}.` : ''}`
          : `The browser gave up after too many redirects, last at ${placeOf(hops[hop])}.`,
        fix: isSpelling(hops, back)
          ? `${placeOf(hops[back?.from ?? hop])} and ${placeOf(hops[back?.to ?? hop])} send the browser to each other's spelling of one address. Decide on one (https, www, the trailing slash), let it answer with a page, and redirect the others to it; look at every server and CDN that has such a rule.`
          : `On ${placeOf(hops[back?.from ?? hop])}, find what it asks for and does not get (a cookie, https, www, a trailing slash) and let the URL it came from answer with a page.`,
      },
    ]
  },
}

/** Whether the two ends of a loop are one address, spelt in two ways. */
function isSpelling(hops: readonly Hop[], back: { from: number; to: number } | null): boolean {
  if (back === null || back.from === back.to) return false
  const [from, to] = [hops[back.from]?.url ?? '', hops[back.to]?.url ?? '']
  return bare(splitUrl(from)) === bare(splitUrl(to))
}

/**
 * The first hop that, by itself, sends the browser to a URL already visited. A return with a cookie set on the way is a
 * check for cookies or consent, once.
 */
function firstReturn(hops: readonly Hop[]): { from: number; to: number } | null {
  let visits = new Map<string, { last: number; count: number }>()
  let lastCookie = -1
  for (const [index, hop] of hops.entries()) {
    // Nothing was asked for: a page may give itself any address.
    if (isInPage(hop)) continue
    if (!BY_ITSELF.has(ledBy(hops, index - 1))) visits = new Map()
    const request = requestOf(hop)
    const before = visits.get(request)
    if (before && (before.count > 1 || lastCookie < before.last)) return { from: index - 1, to: before.last }
    visits.set(request, { last: index, count: (before?.count ?? 0) + 1 })
    if (hop.setCookies?.length) lastCookie = index
  }
  return null
}

/** What the server is asked for: the method where it is not GET, and the URL without its fragment. */
function requestOf({ method, url }: Hop): string {
  const fragment = url.indexOf('#')
  const asked = fragment < 0 ? url : url.slice(0, fragment)
  return method === 'GET' ? asked : `${method} ${asked}`
}
