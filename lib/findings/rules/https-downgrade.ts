import { isInPage } from '../../identifiers/trail.ts'
import { blameSentence, placeOf } from '../blame.ts'
import type { Rule } from '../rule.ts'
import { hopNumberFirst } from '../words.ts'

export const httpsDowngrade: Rule = {
  id: 'https-downgrade',
  severity: 'warning',
  title: 'https leads to http',
  why: 'The click ID travels in the clear, the referrer is dropped, and browsers warn or upgrade the request as they see fit.',
  fix: 'Use https in every link and redirect.',
  check: ({ hops, readings }) =>
    hops.flatMap((hop, index) => {
      const next = hops[index + 1]
      if (!next || isInPage(next) || BY_THE_PERSON.has(next.cause)) return []
      if (readings[index]?.url.scheme !== 'https' || readings[index + 1]?.url.scheme !== 'http') return []
      return {
        rule: 'https-downgrade',
        severity: 'warning',
        hop: index,
        title: `${hopNumberFirst(index)} leads from https to http`,
        detail: `${blameSentence(hops, index)} without TLS.`,
        fix: `On ${placeOf(hop)}, write https:// in the address of ${placeOf(next)}.`,
      }
    }),
}

const BY_THE_PERSON: ReadonlySet<string> = new Set(['typed', 'back-forward', 'reload'])
