import { placeOf, REDIRECTS } from '../blame.ts'
import type { Rule } from '../rule.ts'
import { hopNumber } from '../words.ts'

export const cachedRedirect: Rule = {
  id: 'cached-redirect',
  severity: 'warning',
  title: 'A redirect came from the HTTP cache',
  why: 'The tracker never saw this click: it is not counted, and an ID it would have issued is an old one.',
  fix: 'Answer tracking links with 302 and Cache-Control: no-store.',
  check: ({ hops }) =>
    hops.flatMap((hop, index) => {
      const isRedirect = hop.status === null ? hops[index + 1]?.cause === 'http-redirect' : REDIRECTS.has(hop.status)
      if (!hop.fromCache || !isRedirect) return []
      return {
        rule: 'cached-redirect',
        severity: 'warning',
        hop: index,
        title: `The redirect of ${hopNumber(index)} came from the cache`,
        detail: `${placeOf(hop)} was not asked: the browser repeated its earlier ${hop.status ?? 'redirect'} from the HTTP cache.`,
        fix: `On ${placeOf(hop)}, answer 302 rather than 301 or 308, with Cache-Control: no-store. Clear this browser's cache before the next test.`,
      }
    }),
}
