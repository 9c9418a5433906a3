import type { IdentifierKind } from '../model/identifier.ts'
import rows from './catalogue.json' with { type: 'json' }

/** What is known of a parameter by its name. */
export interface CatalogueEntry {
  kind: IdentifierKind
  /** Who issues it; null where the name belongs to no one platform. */
  platform: string | null
}

const exact = new Map<string, CatalogueEntry>()
const anyCase = new Map<string, CatalogueEntry>()

for (const { kind, platform, names, anyCase: folds } of rows as CatalogueRow[])
  for (const name of names.split(' ').flatMap(expandRange))
    if (folds) anyCase.set(name.toLowerCase(), { kind, platform })
    else exact.set(name, { kind, platform })

/**
 * Names made by hand that say what they hold: `my_click_id`, `affclickid`, `netclid`. They belong to no one platform.
 */
const TELLING_NAME = /(?:click[-_]?id|[a-z]clid)$/i
const BY_TELLING_NAME: CatalogueEntry = { kind: 'tracker-click-id', platform: null }

/** Values that nothing but one platform's click ID looks like, under whatever name. Shapes as seen in public URLs. */
const SHAPES: readonly { shape: RegExp; entry: CatalogueEntry }[] = [
  { shape: /^IwAR[\w-]{57}$/, entry: { kind: 'ad-click-id', platform: 'Meta' } },
  { shape: /^(?:Cj0KCQ|CjwKCA)[\w-]{70,100}$/, entry: { kind: 'ad-click-id', platform: 'Google Ads' } },
]

/** One line of catalogue.json. `names` are separated by blanks; `sub1-5` stands for sub1, sub2 … sub5. */
export interface CatalogueRow {
  kind: IdentifierKind
  platform: string | null
  /** The platform takes the name in any case. */
  anyCase?: boolean
  names: string
}

function expandRange(name: string): string[] {
  const range = /^(.*\D)(\d+)-(\d+)$/.exec(name)
  if (!range) return [name]
  const [, stem, from, to] = range
  return Array.from({ length: Number(to) - Number(from) + 1 }, (_, step) => `${stem}${Number(from) + step}`)
}

/** What a `&amp;` that was never unescaped leaves in front of a name. */
const plainName = (name: string): string => (name.startsWith('amp;') ? name.slice(4) : name)

/** A name in the form in which two spellings of one parameter are equal. */
export function canonicalName(name: string): string {
  const plain = plainName(name)
  const lower = plain.toLowerCase()
  return anyCase.has(lower) ? lower : plain
}

/** Looks a parameter up by its name, else by the unmistakable shape of its value; null when it is no identifier. */
export function lookUp(name: string, value: string): CatalogueEntry | null {
  if (value === '' || name === '') return null
  const plain = plainName(name)
  const listed = exact.get(plain) ?? anyCase.get(plain.toLowerCase())
  if (listed) return listed
  if (TELLING_NAME.test(plain)) {
    const sensitive = exact.get(plain.toLowerCase())
    if (!sensitive) return BY_TELLING_NAME
  }
  return value.length >= 61 ? (SHAPES.find(({ shape }) => shape.test(value))?.entry ?? null) : null
}
