/** What a rule says of itself in general: for docs/FINDINGS.md and who reads the rule. What it finds is told by the finding. */
const GENERAL = /^ {2}(?:title|why):\s.*\n/gm
/** A damage rule ends its findings with its general fix; no other rule reads it. */
const GENERAL_FIX = /^ {2}fix:\s.*\n/gm

/** A step of the build: leaves these words out of what is bundled. */
export const withoutRuleWords = () => ({
  name: 'clickpath:without-rule-words',
  enforce: 'pre' as const,
  transform(code: string, id: string) {
    if (!/\/lib\/findings\/rules\/[\w-]+\.ts$/.test(id)) return undefined
    const shipped = code.replace(GENERAL, '')
    return { code: code.includes('damageRule(') ? shipped : shipped.replace(GENERAL_FIX, ''), map: null }
  },
})
