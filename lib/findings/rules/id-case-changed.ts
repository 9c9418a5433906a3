import { splitUrl } from '../../identifiers/split-url.ts'
import { damageRule } from '../damage-rule.ts'

export const idCaseChanged = damageRule({
  id: 'id-case-changed',
  damage: 'case-changed',
  title: 'A click ID or sub-ID arrives in another case',
  why: 'Click IDs are case-sensitive: in another case it is another ID, which nobody issued.',
  fix: 'Lower-case or upper-case host and path only, never the query (SEO plugins, tolower() in rewrite rules, CDN normalisation).',
  say: () => 'changed its case',
  how: (from, to) => {
    const before = splitUrl(from).query ?? ''
    const after = splitUrl(to).query ?? ''
    if (before === after) return ''
    if (after === before.toLowerCase()) return 'The whole query was lower-cased, not this value alone. '
    return after === before.toUpperCase() ? 'The whole query was upper-cased, not this value alone. ' : ''
  },
})
