import rows from './value-shapes.json' with { type: 'json' }

/** What the values of one identifier look like, as seen in public URLs. A value of another shape is odd, not wrong. */
export interface ValueShape {
  /** Separated by blanks. */
  names: string
  /** A regular expression for the whole value. */
  shape: string
  /** The same in words, as they follow "usually". */
  looksLike: string
  /** How the value carries the time of its click; see click-time.ts. */
  time?: 'google' | 'awin' | 'object-id' | 'meta'
  /** How long the platform attributes a conversion to the click, or keeps the value for it. */
  windowDays?: number
}

const byName = new Map((rows as ValueShape[]).flatMap((row) => row.names.split(' ').map((name) => [name, row])))

/** What values of a name usually look like; undefined where that is not known. */
export const valueShapeOf = (name: string): ValueShape | undefined => byName.get(name)

/** Compiled when first asked for. */
const patterns = new Map<ValueShape, RegExp>()

/** Whether a value is of another shape than its name's values usually are. False where the shape is not known. */
export function isOddShape(name: string, value: string): boolean {
  const row = byName.get(name)
  if (row === undefined) return false
  const pattern = patterns.get(row) ?? new RegExp(`^(?:${row.shape})$`)
  patterns.set(row, pattern)
  return !pattern.test(value)
}
