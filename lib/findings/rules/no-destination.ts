import { placeOf, REDIRECTS } from '../blame.ts'
import type { Rule } from '../rule.ts'
import { hopNumberFirst } from '../words.ts'

export const noDestination: Rule = {
  id: 'no-destination',
  severity: 'info',
  title: 'A redirect leads nowhere',
  why: 'The click was paid for, and the visitor sees an empty page.',
  fix: 'Set the destination of the link in the tracker or offer that answers there.',
  check: ({ hops }) => {
    const index = hops.length - 1
    const hop = hops[index]
    if (!hop || hop.error !== null || !REDIRECTS.has(hop.status ?? 0)) return []
    const place = placeOf(hop)
    return [
      {
        rule: 'no-destination',
        severity: 'info',
        hop: index,
        title: `${hopNumberFirst(index)} is a redirect that leads nowhere`,
        detail: `${place} answered ${hop.status}, and nothing followed.`,
        fix: `Look at the Location header of ${place}. Where there is none, visitors see an empty page: set the destination of this link there.`,
      },
    ]
  },
}
