import type { Cause, Hop } from '../model/click-path.ts'
import { isBlocked } from './blocked.ts'
import { isAborted } from './came-to-nothing.ts'
import type { Beginning } from './cause.ts'
import { sameDocumentUrl } from './match.ts'
import type { Leg, Navigation } from './recording.ts'
import { isStrippedQuery } from './stripped-query.ts'

/** A hop before its place in a path is known. */
export type LooseHop = Omit<Hop, 'index'>

/** The hops of one navigation: the URL first asked for, then one for each redirect. */
export function hopsOf(navigation: Navigation, beginning: Beginning): LooseHop[] {
  const hops = navigation.legs.length > 0 ? hopsOfLegs(navigation) : hopsWithoutRequest(navigation)
  const [first] = hops
  if (first) {
    first.cause = beginning.cause
    if (beginning.element !== undefined) first.element = beginning.element
  }
  const last = hops.at(-1)
  if (last) {
    last.url = withFragmentOf(navigation.commit?.url, last.url)
    if (last.status === null) last.error = errorOf(navigation, last)
    else if (isErrorShown(navigation)) last.error ??= navigation.failure?.error ?? null
    if (last.error !== null && isBlocked(last.error)) last.blocked = true
  }
  return hops
}

/** What the browser says went wrong; of its two APIs the one that does not merely say that it was given up. */
function errorOf({ failure, commit }: Navigation, last: LooseHop): string | null {
  // Firefox names it for the request, and gives a number for the navigation.
  const known = [last.error ?? undefined, failure?.error].filter((error) => error !== undefined)
  const faults = known.filter((e) => !isAborted(e))
  const error = faults.find((e) => !HOW_FAR.test(e)) ?? faults[0] ?? known[0] ?? null
  // Another program took the URL over, or the document was there before it was left: nothing failed.
  const isNone = error !== null && isAborted(error) && (commit !== undefined || !/^https?:/i.test(last.url))
  if (isNone) return null
  const number = faults.find((e) => e !== error)
  return error !== null && number !== undefined && IS_SENTENCE.test(error) ? `${error} ${number}` : error
}

/** Firefox says what is wrong with a certificate in the person's own language; whoever does not speak it has the number. */
const IS_SENTENCE = /^(?!Error code )\S+\s/

/** The document was coming, and what went wrong took its place. */
const isErrorShown = ({ failure, commit }: Navigation) =>
  failure !== undefined && commit !== undefined && failure.at <= commit.at && !isAborted(failure.error)

/** Firefox says of some requests that fail how far they had come, not what was wrong. */
const HOW_FAR = /NS_ERROR_NET_ON_/

/** No request was seen: the address changed in place, the page's own service worker answered, or nothing could. */
function hopsWithoutRequest(navigation: Navigation): LooseHop[] {
  const { tabId, time, url, commit } = navigation
  const hop = looseHop(tabId, url, time)
  if (!commit || sameDocumentUrl(commit.url, url)) return [hop]
  return [hop, { ...looseHop(tabId, commit.url, commit.at), cause: 'service-worker' }]
}

function hopsOfLegs(navigation: Navigation): LooseHop[] {
  const { tabId, time, url } = navigation
  const legs = [...navigation.legs]
    .sort((a, b) => timeOf(a) - timeOf(b))
    .filter(isLastTry)
    .map(asOneRequest)
  const hops: LooseHop[] = []
  // Where the browser was sent, when that is known: a worker that dies takes the event that said it along.
  let before: { url: string | undefined; cause: Cause } = { url, cause: 'unknown' }
  for (const [index, leg] of legs.entries()) {
    if (before.url !== undefined && !sameDocumentUrl(before.url, leg.url)) {
      // The browser was sent to one URL and asked for another, without a word.
      hops.push({ ...looseHop(tabId, before.url, timeOf(leg) || time), cause: before.cause })
      before = { url: leg.url, cause: rewriteCause(before.url, leg.url, navigation) }
    }
    hops.push({
      ...hopOfLeg(tabId, leg, time),
      url: withFragmentOf(before.url, leg.url),
      cause: before.cause,
      fromCache: isFromCache(leg, legs),
    })
    before = { url: isHandedOver(leg) ? undefined : leg.to, cause: causeAfter(leg, legs[index + 1]) }
  }
  const last = legs.at(-1)
  if (!last || isHandedOver(last)) return hops
  // Redirected, and the request that follows was never seen: no request can be made for it, or the worker slept.
  if (last.to !== undefined) hops.push({ ...looseHop(tabId, last.to, last.endedAt ?? time), cause: before.cause })
  return hops
}

function hopOfLeg(tabId: number, leg: Leg, time: number): LooseHop {
  const { sentAt, endedAt } = leg
  return {
    ...looseHop(tabId, leg.url, sentAt ?? endedAt ?? time),
    method: leg.method ?? 'GET',
    status: isMadeUp(leg) ? null : (leg.status ?? null),
    // An answer that brings no new document (204, a download) ends a navigation without anything having failed.
    error: leg.error !== undefined && !(leg.status !== undefined && isAborted(leg.error)) ? leg.error : null,
    durationMs: sentAt === undefined || endedAt === undefined ? null : Math.max(0, endedAt - sentAt),
    ...(leg.ip === undefined ? {} : { ip: leg.ip }),
    ...(leg.setCookies === undefined ? {} : { setCookies: leg.setCookies }),
    ...(leg.headers === undefined ? {} : { headers: leg.headers }),
    ...(leg.body === undefined ? {} : { body: leg.body }),
  }
}

function looseHop(tabId: number, url: string, startedAt: number): LooseHop {
  return {
    url,
    cause: 'unknown',
    tabId,
    method: 'GET',
    status: null,
    error: null,
    fromCache: false,
    startedAt,
    durationMs: null,
  }
}

/**
 * Firefox says of every answer that follows one from the cache that it is from the cache too. There an answer has an
 * address when a server gave it; Chrome keeps the address in the cache.
 */
function isFromCache(leg: Leg, legs: Leg[]): boolean {
  if (!leg.fromCache) return false
  return leg.ip === undefined || !legs.some((other) => other.fromCache && other.ip === undefined)
}

/** Firefox's status of an answer that no server gave. */
const NO_SERVER = 0

/** No server gave this answer. */
const isMadeUp = (leg: Leg) =>
  leg.internalReason !== undefined || leg.status === NO_SERVER || (isRewritten(leg) && leg.ip === undefined)

/** Firefox calls it a redirect by a 200 when another extension changes a request. */
const isRewritten = ({ status, to }: Leg) => to !== undefined && status !== undefined && status >= 200 && status < 300

/** Nothing but the scheme changes: an upgrade to https. */
const isUpgrade = (from: string, to: string) => from.replace(/^http:/, 'https:') === to && from !== to

/** Firefox tells by a redirect to the same URL that the page's own service worker is going to answer. */
const isHandedOver = ({ status, url, to }: Leg) => status === NO_SERVER && to === url

const timeOf = (leg: Leg) => leg.sentAt ?? leg.endedAt ?? 0

/** Who sent the browser on: a server, something inside it that made the answer up, or its own wish to try again. */
function causeAfter(leg: Leg, next: Leg | undefined): Cause {
  const { internalReason, status, to, error } = leg
  if (error !== undefined && to === undefined) return 'reload'
  if (next && isAnswerTo(leg, next)) return silentRewriteCause(leg.url, next.url)
  if (status === NO_SERVER) return to !== undefined && isUpgrade(leg.url, to) ? 'hsts' : 'service-worker'
  if (isRewritten(leg)) return 'extension'
  if (internalReason === undefined) return 'http-redirect'
  if (internalReason === 'HSTS') return 'hsts'
  return internalReason === 'WebRequest API' ? 'extension' : 'browser'
}

/**
 * Who changed a URL silently. A redirect that no server gave: the page's own service worker; the browser where it took
 * parameters out. Anything else may be redirects that the worker did not live to see.
 */
function rewriteCause(from: string, to: string, { legs, commit }: Navigation): Cause {
  if (isUpgrade(from, to)) return 'hsts'
  const redirected = commit?.qualifiers.includes('server_redirect') && legs.every((leg) => leg.to === undefined)
  if (redirected) return 'service-worker'
  return isStrippedQuery(from, to) ? 'browser' : 'unknown'
}

/** Asked for under one URL and answered under another: the rewriting of one request, of which no event tells. */
function isAnswerTo(asked: Leg, answered: Leg): boolean {
  return (
    asked.sentAt !== undefined &&
    asked.endedAt === undefined &&
    answered.endedAt !== undefined &&
    (answered.sentAt === undefined || answered.sentAt === asked.sentAt)
  )
}

/** Firefox tells a request again when it sends it again, with the name and password that a server asked for. */
const isLastTry = ({ url, endedAt }: Leg, index: number, legs: Leg[]) =>
  endedAt !== undefined || legs[index + 1]?.url !== url || legs[index + 1]?.sentAt === undefined

/** The second half of a request has the beginning of its first half. */
function asOneRequest(leg: Leg, index: number, legs: Leg[]): Leg {
  const asked = legs[index - 1]
  if (!asked || !isAnswerTo(asked, leg)) return leg
  const { sentAt, method, body } = asked
  return { sentAt, method, body, ...leg }
}

/**
 * A rule of another extension that fires after a redirect is silent in Chromium, and so is HSTS where an extension
 * listens to all headers. Anything else may be a redirect that the worker did not live to see.
 */
function silentRewriteCause(from: string, to: string): Cause {
  if (isUpgrade(from, to)) return 'hsts'
  return isStrippedQuery(from, to) ? 'extension' : 'unknown'
}

/** The URL with the fragment of another spelling of it; requests are reported without theirs in some browsers. */
function withFragmentOf(known: string | undefined, url: string): string {
  if (known === undefined || url.includes('#')) return url
  return known.includes('#') && sameDocumentUrl(known, url) ? known : url
}
