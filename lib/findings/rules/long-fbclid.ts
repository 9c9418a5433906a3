import { missed } from '../advice.ts'
import type { Rule } from '../rule.ts'
import { hopNumber } from '../words.ts'

/** Longer values are ignored by Meta's own parameter builder (facebook/capi-param-builder, constants.js). */
const LONGEST = 500

export const longFbclid: Rule = {
  id: 'long-fbclid',
  severity: 'info',
  title: 'fbclid is longer than 500 characters',
  why: "Meta's own code ignores a longer fbclid: no _fbc cookie is made from it, and the conversion is not matched to the click.",
  fix: 'Look for what adds to fbclid on the way; Meta sends about 60 to 230 characters.',
  check: ({ fates }) =>
    missed(fates).flatMap(({ identifier: { name, value, trail } }) => {
      if (name !== 'fbclid' || value.length <= LONGEST) return []
      const hop = trail[0]?.hop ?? 0
      return {
        rule: 'long-fbclid',
        severity: 'info',
        hop,
        identifier: name,
        title: `fbclid has ${value.length} characters at ${hopNumber(hop)}`,
        detail: `Meta's parameter builder ignores an fbclid of more than ${LONGEST} characters.`,
        fix: 'Look for what adds to fbclid before this hop (another value pasted behind it, a second encoding); Meta sends about 60 to 230 characters.',
      }
    }),
}
