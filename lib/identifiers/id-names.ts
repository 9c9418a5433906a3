import type { IdentifierKind } from '../model/identifier.ts'
import catalogue from './catalogue.json' with { type: 'json' }
import { isIssued } from './issued.ts'

/** What is known of a parameter by its name. */
export interface CatalogueEntry {
  kind: IdentifierKind
  /** Who issues it; null where the name belongs to no one platform. */
  platform: string | null
  /** It is issued for the click and kept by its issuer: it takes over from another ID, though no later page need pass it on. */
  takesOver?: boolean
}

/** What catalogue.json says of names of one kind. `names` are separated by blanks; `sub1-5` stands for sub1, sub2 … sub5. */
export interface CatalogueRow extends Omit<CatalogueEntry, 'kind'> {
  /** The platform takes the name in any case. */
  anyCase?: boolean
  /** Much else bears the name (`cid` is a category as well): it counts only with a value that a machine has issued. */
  overloaded?: boolean
  names: string
}

interface KnownName {
  entry: CatalogueEntry
  isOverloaded: boolean
}

const exact = new Map<string, KnownName>()
const anyCase = new Map<string, KnownName>()

for (const [kind, rows] of Object.entries(catalogue) as [IdentifierKind, CatalogueRow[]][])
  for (const { platform, names, anyCase: folds, overloaded: isOverloaded = false } of rows) {
    const known = { entry: { kind, platform }, isOverloaded }
    for (const name of names.split(' ').flatMap(expandRange))
      if (folds) anyCase.set(name.toLowerCase(), known)
      else exact.set(name, known)
  }

function expandRange(name: string): string[] {
  const range = /^(.*\D)(\d+)-(\d+)$/.exec(name)
  if (!range) return [name]
  const [, stem, from, to] = range
  return Array.from({ length: Number(to) - Number(from) + 1 }, (_, step) => `${stem}${Number(from) + step}`)
}

/**
 * Names made by hand that say what they hold: `my_click_id`, `affclickid`, `netclid`. They belong to no one platform.
 * Yandex's `ysclid` is of a search, Mindbox's `mindbox-click-id` of a mail.
 */
const TELLING_NAME = /(?:(?<!^mindbox-)click[-_]?id|(?<=[a-z])(?<!^ys)clid)$/
const BY_TELLING_NAME: KnownName = { entry: { kind: 'tracker-click-id', platform: null }, isOverloaded: false }

/** Values that nothing but one platform's click ID looks like, under whatever name. Shapes as seen in public URLs. */
const SHAPES: readonly { shape: RegExp; entry: CatalogueEntry }[] = [
  { shape: /^IwAR[\w-]{57}$/, entry: { kind: 'ad-click-id', platform: 'Meta' } },
  { shape: /^fb\.[0-2]\.\d{13}\.[\w-]{20,500}(?:\.[\w-]{2,8})?$/, entry: { kind: 'ad-click-id', platform: 'Meta' } },
  { shape: /^(?:Cj0KCQ|CjwKCA)[\w-]{70,100}$/, entry: { kind: 'ad-click-id', platform: 'Google Ads' } },
]
const SHORTEST_SHAPE = 39

/** What a `&amp;` that was never unescaped leaves in front of a name. */
const plainName = (name: string): string => (name.startsWith('amp;') ? name.slice(4) : name)

/** A name in the form in which two spellings of one parameter are equal. */
export function canonicalName(name: string): string {
  const plain = plainName(name)
  const lower = plain.toLowerCase()
  return anyCase.has(lower) ? lower : plain
}

/** What a click ID, sub-ID or campaign tag is by its name alone, whatever its value; null when it is none. */
function byName(plain: string): KnownName | null {
  const lower = plain.toLowerCase()
  const listed = exact.get(plain) ?? anyCase.get(lower)
  if (listed) return listed
  return lower.endsWith('id') && TELLING_NAME.test(lower) && !exact.has(lower) ? BY_TELLING_NAME : null
}

/**
 * Looks a click ID, sub-ID or campaign tag up by its name, else by the unmistakable shape of its value; null when it is
 * none of these.
 */
export function lookUpId(name: string, value: string): CatalogueEntry | null {
  if (value === '' || name === '') return null
  const known = byName(plainName(name))
  if (known !== null) return known.isOverloaded && !isIssued(value) ? null : known.entry
  return value.length >= SHORTEST_SHAPE ? (SHAPES.find(({ shape }) => shape.test(value))?.entry ?? null) : null
}
