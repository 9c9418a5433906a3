/**
 * Fields that say where a row of a data file is from, or what it is called: for people, tests and docs, and for no code
 * that ships. Of `field: value` only rows with that value lose it.
 */
const PROVENANCE: Readonly<Record<string, readonly string[]>> = {
  'lib/postback/answers/phrases.json': ['says', 'note', 'confidence', 'source'],
  'lib/postback/macro-tokens/tokens.json': ['note', 'confidence', 'sources'],
  'lib/postback/campaign/platforms.json': ['confidence'],
  'lib/identifiers/value-shapes.json': ['confidence'],
  // Code asks only whether a row is recalled.
  'lib/identifiers/client-storage.json': ['confidence: documented', 'confidence: widely-used'],
  'lib/findings/strippers.json': ['id'],
  'lib/findings/harmless-links.json': ['family'],
}

/** A step of the build: leaves these fields out of what is bundled. The types of the rows that code sees have none of them. */
export const withoutProvenance = () => ({
  name: 'clickpath:without-provenance',
  enforce: 'pre' as const,
  transform(code: string, id: string) {
    const file = Object.keys(PROVENANCE).find((path) => id.endsWith(`/${path}`))
    return file === undefined ? undefined : { code: shipped(code, PROVENANCE[file] ?? []), map: null }
  },
})

/** The rows of a JSON file without some of their fields. */
function shipped(json: string, left: readonly string[]): string {
  const rows = JSON.parse(json) as Record<string, unknown>[]
  return JSON.stringify(
    rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).filter(([field, value]) => !left.includes(field) && !left.includes(`${field}: ${value}`)),
      ),
    ),
  )
}
