import { damageRule } from '../damage-rule.ts'

export const idDoubleEncoded = damageRule({
  id: 'id-double-encoded',
  damage: 'double-encoded',
  title: 'A click ID or sub-ID arrives encoded once too often, or too seldom',
  why: 'The receiver decodes exactly once, and is left with another value than the one that was issued.',
  fix: 'Percent-encode the value exactly once where it is put into the URL (encodeURIComponent on the decoded value, an "encoded" macro of the tracker or the encoding in code, not both).',
  say: (value, arrived) => (arrived.length > value.length ? 'encoded twice' : 'decoded twice'),
})
