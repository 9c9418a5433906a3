import type { Hop } from '../../model/click-path.ts'
import { placeOf, REDIRECTS } from '../blame.ts'
import type { Rule } from '../rule.ts'
import { hopNumber } from '../words.ts'

/** A redirect shows nothing while it lasts: a second of it is felt as a dead click. */
const SLOW_REDIRECT_MS = 1000
/** A page whose first byte takes this long is called slow by everyone (Core Web Vitals: poor from 1.8 s). */
const SLOW_PAGE_MS = 3000

export const slowHop: Rule = {
  id: 'slow-hop',
  severity: 'info',
  title: 'A hop answers slowly',
  why: 'Visitors who paid-for clicks brought leave before the page is there, and conversions are lost that no ID can bring back.',
  fix: 'Look at the server of the slow hop: its distance from the visitors, its load, what it looks up before it answers.',
  check: ({ hops }) =>
    hops.flatMap((hop, index) => {
      const isRedirect = REDIRECTS.has(hop.status ?? 0)
      const time = hop.durationMs ?? 0
      if (hasFailed(hop) || time < (isRedirect ? SLOW_REDIRECT_MS : SLOW_PAGE_MS)) return []
      const seconds = (time / 1000).toFixed(1)
      return {
        rule: 'slow-hop',
        severity: 'info',
        hop: index,
        title: `${placeOf(hop)} took ${seconds} s to ${isRedirect ? 'redirect' : 'answer'} at ${hopNumber(index)}`,
        detail: `${placeOf(hop)} answered ${hop.status} after ${seconds} s. It was measured here, once, with the way to the server and its TLS handshake.`,
        fix: `Test again. If it stays slow, look at the server of ${placeOf(hop)}: its distance from the visitors, its load, what it looks up before it answers.`,
      }
    }),
}

/** What failed, or was never answered, is told as that. */
const hasFailed = ({ status, error }: Hop): boolean => error !== null || status === null || status >= 400
