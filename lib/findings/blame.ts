import { hostOf } from '../identifiers/site.ts'
import { splitUrl } from '../identifiers/split-url.ts'
import { isInPage } from '../identifiers/trail.ts'
import type { Cause, Hop } from '../model/click-path.ts'
import { CAUSE_BLAME } from './causes.ts'

/** A hop's host as it is said; the whole URL where there is none. */
export const placeOf = (hop: Hop | undefined): string => (hop ? hostOf(hop.url) || cut(hop.url, 60) : 'nowhere')

/** Text of a stranger, at a length that fits a sentence. */
export const cut = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`)

/** What led on from a hop. Where the next one does not know, and the hop was answered with a redirect, that was it. */
export function ledBy(hops: readonly Hop[], from: number): Cause {
  const cause = hops[from + 1]?.cause ?? 'unknown'
  return cause === 'unknown' && REDIRECTS.has(hops[from]?.status ?? 0) ? 'http-redirect' : cause
}

/** Statuses that send a browser on (RFC 9110, 15.4). */
export const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

/** Index of the next hop that the browser asked for: what a page only gave itself is none. */
export function nextRequest(hops: readonly Hop[], from: number): number {
  const found = hops.findIndex((hop, index) => index > from && !isInPage(hop))
  return found < 0 ? from + 1 : found
}

/**
 * Where a page changed its own address before it was left: who then sent the browser on, as a sentence with a blank
 * before it; else empty.
 */
export function leftBy(hops: readonly Hop[], from: number): string {
  const next = nextRequest(hops, from)
  return next > from + 1 && hops[next] ? ` ${blameSentence(hops, next - 1)}.${elementWords(hops, next - 1)}` : ''
}

/** Who sent the browser from a hop to the next one, and how: `trk.example answered 302 to lp.example`. */
export function blame(hops: readonly Hop[], from: number): string {
  const values: Record<string, string> = {
    from: placeOf(hops[from]),
    host: placeOf(hops[from + 1]),
    to: targetOf(hops[from], hops[from + 1]),
    answered: String(hops[from]?.status ?? 'with a redirect'),
  }
  return CAUSE_BLAME[ledBy(hops, from)].replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole)
}

/** The same as the beginning of a sentence; a host keeps its spelling. */
export const blameSentence = (hops: readonly Hop[], from: number): string =>
  blame(hops, from).replace(/^(?:a|another|the)\b(?!\.)/, (word) => word.charAt(0).toUpperCase() + word.slice(1))

/** The link or form that led on from a hop, as a sentence of its own with a blank before it; empty where none is known. */
export function elementWords(hops: readonly Hop[], from: number): string {
  const { element, cause } = hops[from + 1] ?? {}
  return element ? ` The ${cause === 'link' || cause === 'form' ? cause : 'element'}: \`${cut(element, 300)}\`` : ''
}

/** Where a hop led, told apart from where it came from: the host, or on the same host what else differs. */
export function targetOf(from: Hop | undefined, to: Hop | undefined): string {
  const place = placeOf(to)
  if (!from || !to || place !== placeOf(from)) return place
  const [a, b] = [splitUrl(from.url), splitUrl(to.url)]
  if (a.scheme !== b.scheme) return `${b.scheme}://${place}`
  return a.path === b.path ? 'itself' : cut(b.path || '/', 60)
}
