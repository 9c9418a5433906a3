import { isInPage } from '../../identifiers/trail.ts'
import type { Hop } from '../../model/click-path.ts'
import { ledBy, placeOf } from '../blame.ts'
import { BY_ITSELF } from '../by-itself.ts'
import { isRedirectLimit } from '../network-error.ts'
import type { Rule } from '../rule.ts'
import { hopNumber } from '../words.ts'

/** Tracker, network, the advertiser's own tracker and two redirects that tidy an address: more is nobody's need. */
const MOST = 5

export const tooManyHops: Rule = {
  id: 'too-many-hops',
  severity: 'info',
  title: 'Many redirects in a row',
  why: 'Every hop costs the visitor time and is a place to lose the ID; browsers give up after about 20.',
  fix: 'Link to the last address that is your own, and take out redirects that only tidy an address.',
  check: ({ hops }) => {
    if (hops.length <= MOST + 1) return []
    return runs(hops).flatMap(({ from, to, count }) => {
      if (count <= MOST || gaveUp(hops[to])) return []
      return {
        rule: 'too-many-hops',
        severity: 'info',
        hop: from,
        title: `${count} redirects in a row, from ${hopNumber(from)} to ${hopNumber(to)}`,
        detail: `The browser went from ${placeOf(hops[from])} to ${placeOf(hops[to])} over ${count - 1} stations that nobody sees.`,
        fix: `Look through ${hopNumber(from)} to ${hopNumber(to)} for those that can go: http to https and www by linking to the final spelling, a second tracker, a redirect to one's own redirect.`,
      }
    })
  },
}

/** That is a loop, and told as one. */
const gaveUp = (hop: Hop | undefined): boolean => hop?.error != null && isRedirectLimit(hop.error)

/** The stretches over which the browser was sent on without anybody's doing; changes of address within a page aside. */
function runs(hops: readonly Hop[]): { from: number; to: number; count: number }[] {
  const found: { from: number; to: number; count: number }[] = []
  let run = { from: 0, to: 0, count: 0 }
  for (const [index, hop] of hops.entries()) {
    if (isInPage(hop)) continue
    if (index > 0 && BY_ITSELF.has(ledBy(hops, index - 1))) {
      run.to = index
      run.count++
    } else {
      run = { from: index, to: index, count: 0 }
      found.push(run)
    }
  }
  return found
}
