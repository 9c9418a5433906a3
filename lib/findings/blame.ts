import { hostOf, siteOf } from '../identifiers/site.ts'
import { splitUrl } from '../identifiers/split-url.ts'
import type { Hop } from '../model/click-path.ts'
import { CANONICAL_FIX, CAUSE_WORDS } from './causes.ts'

/** A hop's host as it is said; the whole URL where there is none. */
export const placeOf = (hop: Hop | undefined): string => (hop ? hostOf(hop.url) || cut(hop.url, 60) : 'nowhere')

/** Text of a stranger, at a length that fits a sentence. */
export const cut = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`)

/** Who sent the browser from a hop to the next one, and how: `trk.example answered 302 to lp.example`. */
export function blame(hops: readonly Hop[], from: number): string {
  const cause = hops[from + 1]?.cause ?? 'unknown'
  return fill(CAUSE_WORDS[cause].blame, hops, from, '')
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
function targetOf(from: Hop | undefined, to: Hop | undefined): string {
  const place = placeOf(to)
  if (!from || !to || place !== placeOf(from)) return place
  const [a, b] = [splitUrl(from.url), splitUrl(to.url)]
  if (a.scheme !== b.scheme) return `${b.scheme}://${place}`
  return a.path === b.path ? 'itself' : cut(b.path || '/', 60)
}

/** What to do so that a parameter survives the way from a hop to the next one, chosen by what led on. */
export function fixFor(hops: readonly Hop[], from: number, name: string): string {
  const next = hops[from + 1]
  const cause = next?.cause ?? 'unknown'
  const isCanonical = cause === 'http-redirect' && isCanonicalRedirect(hops[from]?.url ?? '', next?.url ?? '')
  return fill(isCanonical ? CANONICAL_FIX : CAUSE_WORDS[cause].fix, hops, from, name)
}

/** Whether two URLs differ in scheme, `www.` and a trailing slash only, their query aside. */
function isCanonicalRedirect(a: string, b: string): boolean {
  if (siteOf(hostOf(a)) !== siteOf(hostOf(b))) return false
  const bare = (url: string) => {
    const { host, path } = splitUrl(url)
    return `${host.replace(/^www\./, '')}${path.replace(/\/(?:index\.\w+)?$/, '').toLowerCase()}`
  }
  return bare(a) === bare(b)
}

function fill(words: string, hops: readonly Hop[], from: number, name: string): string {
  const { path } = splitUrl(hops[from + 1]?.url ?? '')
  const host = placeOf(hops[from + 1])
  const values: Record<string, string> = {
    from: placeOf(hops[from]),
    host,
    target: cut(`${host}${path}`, 80),
    to: targetOf(hops[from], hops[from + 1]),
    status: String(hops[from]?.status ?? 'a redirect'),
    name,
  }
  return words.replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole)
}
