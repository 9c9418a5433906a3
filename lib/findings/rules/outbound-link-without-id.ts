import { carriesValue } from '../../identifiers/carries-value.ts'
import { lookUp } from '../../identifiers/catalogue.ts'
import { CookieJar } from '../../identifiers/cookie-jar.ts'
import { isIdLike } from '../../identifiers/id-like.ts'
import { isDamage, likeness } from '../../identifiers/likeness.ts'
import { Reading } from '../../identifiers/reading.ts'
import { hostOf, siteOf } from '../../identifiers/site.ts'
import { lastDocument } from '../../identifiers/trail.ts'
import type { Finding } from '../../model/finding.ts'
import type { Identifier } from '../../model/identifier.ts'
import type { OutboundLink } from '../../model/landing.ts'
import { placeOf } from '../blame.ts'
import { isHarmless, looksTracked } from '../harmless-links.ts'
import { passOnScript } from '../pass-on-script.ts'
import type { FollowedPath, Rule } from '../rule.ts'
import { count, list, quote } from '../words.ts'

export const outboundLinkWithoutId: Rule = {
  id: 'outbound-link-without-id',
  severity: 'warning',
  title: 'The page links on without the click ID',
  why: "The click ID ends on this page: whoever follows the link arrives as nobody's click.",
  fix: "Put the click ID from the page's own address on every link and form that leads on, also on those that a script adds later.",
  check: (path) => {
    const { landing } = path
    const ids = landing ? arrivedIds(path) : []
    const [first] = ids
    if (!landing || !first) return []
    const recognised = recognisedSites(path)
    const ways = landing.links.filter((link) => !isHarmless(link) || recognised.known.has(siteOf(hostOf(link.url))))
    const bare = ways.filter((link) => !isCarried(link, ids) && !recognised.by(link, ids))
    return bare.length === 0 ? [] : [found(path, first, bare, ways.length - bare.length)]
  },
}

/** The click IDs that the last document holds; where it holds none, the sub-IDs that look like one. */
function arrivedIds({ fates }: FollowedPath): Identifier[] {
  const arrived = fates
    .filter(({ isMissed, end }) => isMissed && (end === 'kept' || end === 'tidied'))
    .map(({ identifier }) => identifier)
  const clicks = arrived.filter(({ kind }) => kind.endsWith('-click-id'))
  return clicks.length > 0 ? clicks : arrived.filter(({ value }) => isIdLike(value))
}

/** Whether a link carries one of the click IDs, or one that was issued in its place. */
function isCarried({ url, body }: OutboundLink, ids: readonly Identifier[]): boolean {
  const reading = new Reading(url, body)
  return (
    ids.some(({ value }) => carriesValue(reading, value)) ||
    reading.parameters.some((parameter) => isIssued(parameter, ids))
  )
}

/** A number of a few digits under such a name is a campaign, and what is left of an ID of the page is no other one. */
function isIssued({ name, value }: { name: string; value: string }, ids: readonly Identifier[]): boolean {
  const kind = lookUp(name, value)?.kind
  if (!kind?.endsWith('-id') || !isIdLike(value) || /^\d{1,9}$/.test(value)) return false
  return !ids.some((id) => isDamage(likeness(id.value, value)))
}

/** The sites of the path that know the click by a cookie which they set on the way. */
function recognisedSites({ hops }: FollowedPath) {
  const jar = new CookieJar()
  for (const hop of hops) jar.take(hop)
  const end = lastDocument(hops)
  const before = hops.slice(0, end)
  const known = new Set(before.map(({ url }) => siteOf(hostOf(url))))
  const setting = new Set(
    before.filter(({ setCookies = [] }) => setCookies.length > 0).map(({ url }) => siteOf(hostOf(url))),
  )
  const by = ({ url }: OutboundLink, ids: readonly Identifier[]) =>
    setting.has(siteOf(hostOf(url))) || ids.some(({ value }) => jar.find(url, value, null) !== null)
  return { known, by }
}

function found(
  path: FollowedPath,
  { name, value, trail }: Identifier,
  bare: OutboundLink[],
  carrying: number,
): Finding {
  const hop = lastDocument(path.hops)
  const page = placeOf(path.hops[hop])
  const forms = bare.filter(({ how }) => how === 'form').length
  const links = bare.length - forms
  const what = list([...(links > 0 ? [count(links, 'link')] : []), ...(forms > 0 ? [count(forms, 'form')] : [])])
  const lead = bare.length === 1 ? 'leads' : 'lead'
  const shown = [...bare].sort((a, b) => Number(looksTracked(b)) - Number(looksTracked(a))).map(({ url }) => quote(url))
  const others = carrying > 0 ? ` ${count(carrying, 'other')} ${carrying === 1 ? 'carries' : 'carry'} a click ID.` : ''
  // Under the name that the page itself got it by: that is what its scripts will find.
  const step = trail[hop - (trail[0]?.hop ?? 0)]
  const arrived = step?.name || name
  const paste =
    step?.where === 'query'
      ? passOnScript(
          arrived,
          bare.map(({ url }) => url),
        )
      : undefined
  return {
    rule: 'outbound-link-without-id',
    severity: 'warning',
    hop,
    identifier: name,
    title: `${what} on ${page} ${lead} on without ${name}`,
    detail: `${page} got ${quote(value)}, and ${list(shown, 6)} ${bare.length === 1 ? 'does' : 'do'} not carry it.${others} Seen as the page stood when it was asked: a script that adds it at the moment of the click is not seen.`,
    fix: fixOf(arrived, page, links > 0, forms > 0),
    ...(paste && { paste }),
  }
}

function fixOf(name: string, page: string, links: boolean, forms: boolean): string {
  const onLinks = `On ${page}, when it has loaded, put ${name} from its own address on each link that leads on (also on links added later), or let your tracker's link script do it.`
  const inForms = `Add <input type="hidden" name="${name}"> with the value to the ${links ? 'forms too' : `form on ${page}`}: a GET form drops the query of its action.`
  return [...(links ? [onLinks] : []), ...(forms ? [inForms] : [])].join(' ')
}
