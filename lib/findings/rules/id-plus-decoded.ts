import { damageRule } from '../damage-rule.ts'

export const idPlusDecoded = damageRule({
  id: 'id-plus-decoded',
  damage: 'plus-decoded',
  title: 'In a click ID or sub-ID, plus and space were exchanged',
  why: 'Forms read + as a space: an ID with a + in it (base64) comes out as another value.',
  fix: 'Send + as %2B and a space as %20, or issue base64url IDs, which have no +.',
  say: (value, arrived) =>
    arrived.includes(' ') && value.includes('+') ? 'had its + turned to a space' : 'had a space turned to +',
})
