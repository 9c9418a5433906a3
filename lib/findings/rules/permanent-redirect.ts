import { isInPage } from '../../identifiers/trail.ts'
import type { Hop } from '../../model/click-path.ts'
import { carriesAny, isLocal } from '../advice.ts'
import { ledBy, placeOf } from '../blame.ts'
import type { FollowedPath, Rule } from '../rule.ts'
import { bare } from '../url-change.ts'
import { hopNumber } from '../words.ts'

const PERMANENT: ReadonlySet<number> = new Set([301, 308])

export const permanentRedirect: Rule = {
  id: 'permanent-redirect',
  severity: 'info',
  title: 'A tracking link answers with a permanent redirect',
  why: 'Browsers keep a 301 or 308 and follow it without asking again: a second click on the same link is not counted, and gets the ID of the first.',
  fix: 'Answer tracking links with 302 and Cache-Control: no-store.',
  check: (path) =>
    path.hops.flatMap((hop, index) => {
      if (!PERMANENT.has(hop.status ?? 0) || !isTrackingLink(path, index) || isNeverKept(hop)) return []
      return {
        rule: 'permanent-redirect',
        severity: 'info',
        hop: index,
        title: `${placeOf(hop)} redirects for good (${hop.status}) at ${hopNumber(index)}`,
        detail: `A browser may keep this ${hop.status} and, on the next click of the same link, go to ${placeOf(path.hops[index + 1])} without asking ${placeOf(hop)}.`,
        fix: `On ${placeOf(hop)}, answer 302 instead of ${hop.status}, with Cache-Control: no-store.`,
      }
    }),
}

/**
 * Whether a hop sends a click for good to another site. Each ad click brings an ID of its own, which makes its URL another
 * one; but the same holds for the links that affiliates put on pages. What only tidies its address may do so for good.
 */
function isTrackingLink({ hops, readings, fates }: FollowedPath, index: number): boolean {
  const [hop, next] = [hops[index], hops[index + 1]]
  const [from, to] = [readings[index]?.url, readings[index + 1]?.url]
  if (!hop || !next || !from || !to || isInPage(next) || hop.fromCache) return false
  if (ledBy(hops, index) !== 'http-redirect') return false
  if (isLocal(from.host) || OF_A_PLATFORM.test(from.host) || from.host === to.host || bare(from) === bare(to))
    return false
  return carriesAny(fates, index) || carriesAny(fates, index + 1)
}

/** Shorteners and platforms that redirect for good as they please: nobody can tell them otherwise. */
const OF_A_PLATFORM =
  /(?:^|\.)(?:t\.co|bit\.ly|tinyurl\.com|lnkd\.in|fb\.me|goo\.gl|ow\.ly|buff\.ly|is\.gd|t\.ly|cutt\.ly|rebrand\.ly|facebook\.com|google\.com|youtube\.com|linkedin\.com)$/

/** Whether its answer forbids to keep it (RFC 9111, 5.2.2). */
const isNeverKept = ({ headers }: Hop): boolean =>
  headers?.some(
    ({ name, value }) => name === 'cache-control' && /\bno-store\b|\bno-cache\b|\bmax-age=0\b/i.test(value),
  ) === true
