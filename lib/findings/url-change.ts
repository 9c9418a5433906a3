import { lookUp } from '../identifiers/catalogue.ts'
import type { Parameter } from '../identifiers/parameter.ts'
import type { Reading } from '../identifiers/reading.ts'
import { siteOf } from '../identifiers/site.ts'
import type { UrlParts } from '../identifiers/split-url.ts'
import type { Place } from '../model/identifier.ts'

/** What sets a URL apart from the one that led to it, as far as it hints at what took a parameter out. */
export type Change =
  /** Nothing but http to https, `www.` put on or off, a trailing slash, an index file, the case of the path. */
  | 'canonical'
  | 'same-path'
  | 'same-address'
  | 'same-site'
  | 'other-site'
  /** On one site, to a folder or a host named for a language or a country. */
  | 'locale'
  /** No query at all any more. */
  | 'query-gone'
  /** A query of which nothing was there before. */
  | 'query-fixed'
  /** Some parameters came through. */
  | 'query-part'
  /** Of three and more only the first one came through. */
  | 'first-kept'
  /** Only parameters known for tracking are gone, and others came through. */
  | 'tracking-only'
  /** The lost one stood behind a URL that was put unencoded into a parameter, and that URL is where it led. */
  | 'behind-nested-url'
  /** The lost one stood behind `&amp;`. */
  | 'behind-entity'
  | 'in-fragment'
  | 'in-body'

/** A parameter as a hop had it. */
export interface Lost {
  name: string
  where: Place | undefined
}

/** Compares the URLs of two hops, of which the second lacks a parameter that the first one had. */
export function changesOf(from: Reading, to: Reading, lost: Lost): ReadonlySet<Change> {
  const changes = new Set<Change>()
  const add = (change: Change, holds: boolean) => {
    if (holds) changes.add(change)
  }
  const before = from.parameters.filter(({ where }) => where === 'query')
  const after = new Set(to.parameters.filter(({ where }) => where === 'query').map(pair))
  const kept = before.filter((parameter) => after.has(pair(parameter)))
  const gone = before.filter((parameter) => !after.has(pair(parameter)))
  const lostAt = before.findIndex(({ name }) => name === lost.name)
  addressChanges(from.url, to.url, add)
  add('query-gone', !to.url.query && before.length > 0)
  add('query-fixed', after.size > 0 && kept.length === 0)
  add('query-part', kept.length > 0)
  add('first-kept', kept.length === 1 && kept[0] === before[0] && after.size === 1 && gone.length > 1)
  add('tracking-only', gone.length > 0 && gone.every(isTracking) && kept.some((parameter) => !isTracking(parameter)))
  add('behind-nested-url', lostAt > 0 && before.slice(0, lostAt).some((other) => isSpilt(other, to.url)))
  add('behind-entity', before[lostAt]?.rawName.startsWith('amp;') === true)
  add('in-fragment', lost.where === 'fragment')
  add('in-body', lost.where === 'body')
  return changes
}

const pair = ({ name, value }: Parameter): string => `${name}=${value}`

const isTracking = ({ name, value }: Parameter): boolean => {
  const kind = lookUp(name, value)?.kind
  return kind === 'ad-click-id' || kind === 'campaign-tag' || kind === 'other'
}

/** Whether a parameter is a raw URL with a query of its own, whose rest a reader takes for the outer URL's. */
const isSpilt = ({ rawValue, url }: Parameter, to: UrlParts): boolean =>
  url !== null && /^https?:\/\/[^?]*\?/i.test(rawValue) && url.toLowerCase().includes(to.host)

function addressChanges(from: UrlParts, to: UrlParts, add: (change: Change, holds: boolean) => void): void {
  const isOneSite = siteOf(from.host) === siteOf(to.host)
  const isOneAddress = from.host === to.host && from.path === to.path
  add('same-address', isOneAddress && from.scheme === to.scheme)
  add('canonical', isOneSite && bare(from) === bare(to) && !(isOneAddress && from.scheme === to.scheme))
  add('same-path', (from.path || '/') === (to.path || '/'))
  add('same-site', isOneSite)
  add('other-site', !isOneSite)
  add('locale', isOneSite && localeOf(to) !== '' && localeOf(to) !== localeOf(from))
}

/** What is left of an address when what a canonical redirect changes is taken out of it. */
export const bare = ({ host, path }: UrlParts): string =>
  `${host.replace(/^www\./, '')}${path.replace(/\/(?:index\.\w{2,5})?$/i, '').toLowerCase()}`

/** Languages and countries that sites have folders for. Two letters alone (`/go/`, `/lp/`) are no sign of one. */
const LOCALES = new Set(
  'en de fr es it pt nl pl ru ja jp zh cn ko kr sv se da dk no nb fi cs cz tr ar he hu ro el gr uk th vi bg hr sk sl et lv lt us gb au ca br mx in eu ch at be ie nz'.split(
    ' ',
  ),
)

/** The language or country that an address names: in its first folder, or in its host. */
function localeOf({ host, path }: UrlParts): string {
  const folder = /^\/([a-z]{2})([-_][a-z]{2})?(?:\/|$)/i.exec(path)
  if (folder && LOCALES.has(folder[1]?.toLowerCase() ?? '')) return folder[0].replaceAll('/', '').toLowerCase()
  const sub = /^([a-z]{2})\./.exec(host)?.[1] ?? ''
  return LOCALES.has(sub) ? sub : ''
}
