import { isOddShape, valueShapeOf } from '../../identifiers/value-shape.ts'
import { isMadeUp, missed } from '../advice.ts'
import type { Rule } from '../rule.ts'
import { hopNumber, quote } from '../words.ts'

export const oddShape: Rule = {
  id: 'odd-shape',
  severity: 'info',
  title: "A click ID does not look like its platform's",
  why: 'A value that the platform never issued, one made up for a test or damaged before the first hop, is refused when the conversion is reported.',
  fix: 'Test with the URL of a real click on the ad.',
  check: ({ fates, readings }) =>
    missed(fates).flatMap((fate) => {
      const { name, value, platform, trail } = fate.identifier
      const shape = valueShapeOf(name)
      if (!shape || !isOddShape(name, value) || isTooLong(name, value) || isMadeUp(fate, readings)) return []
      const hop = trail[0]?.hop ?? 0
      return {
        rule: 'odd-shape',
        severity: 'info',
        hop,
        identifier: name,
        title: `${name} does not look like one of ${platform ?? 'its platform'}`,
        detail: `${quote(value)} came with ${hopNumber(hop)}. Usually ${name} is ${shape.looksLike}.`,
        fix: `If ${quote(value)} was made up for this test, expect the conversion to be refused: take the URL from a real click. If it came from a real click, the platform may have a new form, or the value was damaged before ${hopNumber(hop)}.`,
      }
    }),
}

/** That is told by a rule of its own. */
const isTooLong = (name: string, value: string): boolean => name === 'fbclid' && value.length > 500
