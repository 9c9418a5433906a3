import { clickTimeOf } from '../../identifiers/click-time.ts'
import { isMadeUp, missed } from '../advice.ts'
import type { FollowedPath, Rule } from '../rule.ts'
import { hopNumber, quote } from '../words.ts'

const DAY_MS = 86_400_000
/** A document may say anything; a time beyond this is none. */
const LATEST = Date.UTC(2100, 0)

export const staleClickId: Rule = {
  id: 'stale-click-id',
  severity: 'info',
  title: 'A click ID is older than its platform attributes conversions to',
  why: 'A conversion reported with it is refused or ignored: the ID of an old click was copied, cached or stored.',
  fix: 'Test with a fresh click, and look for where old IDs are kept.',
  check: (path) =>
    missed(path.fates).flatMap((fate) => {
      const { name, value, platform, trail } = fate.identifier
      const time = clickTimeOf(name, value)
      const hop = trail[0]?.hop ?? 0
      const seenAt = timeOf(path, hop)
      if (time?.windowDays === undefined || seenAt === null || isMadeUp(fate, path.readings)) return []
      const days = Math.floor((seenAt - time.at) / DAY_MS)
      if (days <= time.windowDays) return []
      return {
        rule: 'stale-click-id',
        severity: 'info',
        hop,
        identifier: name,
        title: `${name} is of a click ${days} days ago`,
        detail: `${quote(value)} carries the time ${new Date(time.at).toISOString().slice(0, 10)}. ${platform ?? 'Its platform'} counts conversions for ${time.windowDays} days.`,
        fix: `Test with a fresh click. If this was one, look for where an old ${name} is kept and put on links before ${hopNumber(hop)}: a cookie, a cached page, a copied link.`,
      }
    }),
}

/** When a hop began, in ms since the epoch; null where a document does not say. */
function timeOf({ hops, startedAt }: FollowedPath, hop: number): number | null {
  const began = hops[hop]?.startedAt || Date.parse(startedAt)
  return began > 0 && began < LATEST ? began : null
}
