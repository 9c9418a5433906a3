import { damageRule } from '../damage-rule.ts'
import { count } from '../words.ts'

export const idTruncated = damageRule({
  id: 'id-truncated',
  damage: 'truncated',
  title: 'A click ID or sub-ID arrives cut short',
  why: 'Half an ID matches no click: the postback is refused or attributed to nobody.',
  fix: 'Widen the field that holds the value (column, form field, sub-ID limit of the network), or send a shorter ID.',
  say: (value, arrived) =>
    `cut to ${count(arrived.length, 'character')} of ${value.length}${value.startsWith(arrived) ? '' : ', its beginning missing,'}`,
})
