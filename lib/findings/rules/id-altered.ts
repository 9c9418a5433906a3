import { damageRule } from '../damage-rule.ts'

export const idAltered = damageRule({
  id: 'id-altered',
  damage: 'altered',
  title: 'A click ID or sub-ID arrives damaged',
  why: 'A value that differs in one character is another ID, which nobody issued.',
  fix: 'Treat the value as text from end to end: no number (JSON and JavaScript round integers above 2^53), no HTML unescaping (&copy, &amp;), no trimming or padding.',
  say: (value, arrived) => {
    if (/^\d{16,}$/.test(value) && Number(value) === Number(arrived)) return 'rounded as a number'
    if (value.trim() === arrived.trim()) return 'changed in its white space'
    return 'altered'
  },
})
