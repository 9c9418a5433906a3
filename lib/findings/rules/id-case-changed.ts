import { damageRule } from '../damage-rule.ts'

export const idCaseChanged = damageRule({
  id: 'id-case-changed',
  damage: 'case-changed',
  title: 'A click ID or sub-ID arrives in another case',
  why: 'Click IDs are case-sensitive: in another case it is another ID, which nobody issued.',
  fix: 'Lower-case or upper-case host and path only, never the query (SEO plugins, tolower() in rewrite rules, CDN normalisation).',
  say: () => 'changed its case',
})
