import { damageRule } from '../damage-rule.ts'
import { count, quote } from '../words.ts'

/** What holds no more characters. Sources: ClickBank's, impact.com's and Digistore24's documentation. */
const LIMITS: Record<number, string> = {
  24: 'the older limit of a ClickBank tid',
  50: 'what a column of VARCHAR(50) holds',
  64: 'what impact.com keeps of a click ID',
  100: 'the limit of a ClickBank tid',
  127: 'the limit of a Digistore24 key',
  255: 'what a column of VARCHAR(255) holds, as many networks have for sub-IDs',
}

export const idTruncated = damageRule({
  id: 'id-truncated',
  damage: 'truncated',
  title: 'A click ID or sub-ID arrives cut short',
  why: 'Half an ID matches no click: the postback is refused or attributed to nobody.',
  fix: 'Widen the field that holds the value (column, form field, sub-ID limit of the network), or send a shorter ID.',
  say: (value, arrived) =>
    `cut to ${count(arrived.length, 'character')} of ${value.length}${value.startsWith(arrived) ? '' : ', its beginning missing,'}`,
  mend(value, arrived) {
    if (!value.startsWith(arrived)) return undefined
    const next = value.charAt(arrived.length)
    if (!/[\w.~-]/.test(next))
      return `It ends before ${quote(next)}, which means something of its own in a URL: percent-encode the value where it is put into the URL (encodeURIComponent), and decode it once only.`
    const limit = LIMITS[arrived.length]
    return limit && `${arrived.length} characters are ${limit}: send a shorter ID, or carry it in another parameter.`
  },
})
