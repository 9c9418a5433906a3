import { type CatalogueEntry, type CatalogueRow, lookUpId } from './id-names.ts'
import rows from './other-names.json' with { type: 'json' }

export { type CatalogueEntry, canonicalName } from './id-names.ts'

/** One line of other-names.json. */
type OtherRow = Omit<CatalogueRow, 'overloaded'>

/** Names that are followed and shown, and raise nothing. */
const others = new Map<string, CatalogueEntry>(
  (rows as OtherRow[]).flatMap(({ platform, anyCase, takesOver, names }) =>
    names
      .split(' ')
      .flatMap((name) => (anyCase ? [name, name.toLowerCase(), name.toUpperCase()] : [name]))
      .map((name) => [name, { kind: 'other', platform, ...(takesOver && { takesOver }) }]),
  ),
)

/** Looks a parameter up by its name, else by the unmistakable shape of its value; null when it is no identifier. */
export function lookUp(name: string, value: string): CatalogueEntry | null {
  const id = lookUpId(name, value)
  if (id !== null || value === '') return id
  return others.get(name) ?? null
}
