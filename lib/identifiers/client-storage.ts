import rows from './client-storage.json' with { type: 'json' }
import { decodeOnce } from './decode.ts'
import { isDamage, likeness } from './likeness.ts'

/** One place in which a landing page keeps what a platform gave it. */
export interface ClientStorage {
  where: 'cookie' | 'localStorage' | 'sessionStorage'
  /** A `*` at the end stands for the rest of a name that each advertiser has of its own. */
  name: string
  platform: string
  /** The names, separated by blanks, of which the place keeps the value; null where it keeps the platform's own visitor ID. */
  identifier: string | null
  /**
   * How the value sits in it: literal text with `{value}`, `{ms}` and `{s}` (times since the epoch) and `{n}` (digits);
   * `json:key`; null where that is not known, and the value is looked for inside.
   */
  form: string | null
  setBy: string
  /** How long it is kept; null where that is not known, or it never ends. */
  days: number | null
  /** What ships says it only of what is recalled. */
  confidence?: 'documented' | 'widely-used' | 'recalled'
}

/** Every such place. The rows are checked in a test. */
export const CLIENT_STORAGE = rows as readonly ClientStorage[]

/** The row of a cookie or key that a page holds; undefined for one that the catalogue does not name. */
export const clientStorageOf = (where: ClientStorage['where'], name: string): ClientStorage | undefined =>
  CLIENT_STORAGE.find(
    (row) =>
      row.where === where && (row.name.endsWith('*') ? name.startsWith(row.name.slice(0, -1)) : row.name === name),
  )

/** What a cookie or key holds. */
export interface Stored {
  value: string
  /** When it was set, in milliseconds since the epoch, where it says so. */
  setAt: number | null
}

/** Reads a cookie or key, percent-encoded or not; null where it is not of the row's form, or the form is not known. */
export function readStored({ form }: ClientStorage, raw: string): Stored | null {
  if (form === null || raw === '') return null
  const text = decodeOnce(raw)
  if (form.startsWith('json:')) return readJson(form.slice(5), text)
  const found = formOf(form).exec(text)?.groups
  if (!found?.value) return null
  const setAt = found.ms ? Number(found.ms) : found.s ? Number(found.s) * 1000 : null
  return { value: found.value, setAt }
}

/** Whether a cookie or key keeps the click's value whole, in the form it should have or in another that can be read back. */
export function keepsValue(row: ClientStorage, raw: string, value: string): boolean {
  if (readStored(row, raw)?.value === value) return true
  return [raw, decodeOnce(raw)].some((text) => {
    const like = likeness(value, text)
    return like !== null && !isDamage(like)
  })
}

function readJson(key: string, text: string): Stored | null {
  try {
    const held: unknown = JSON.parse(text)
    if (typeof held !== 'object' || held === null) return null
    const value = (held as Record<string, unknown>)[key]
    return typeof value === 'string' && value !== '' ? { value, setAt: null } : null
  } catch {
    return null
  }
}

/** What stands for each field of a form. A value with a layout around it has no dot; the layout may have more behind it. */
const FIELDS: Record<string, string> = { ms: '(?<ms>\\d{13})', s: '(?<s>\\d{10})', n: '\\d+' }

function formOf(form: string): RegExp {
  if (form === '{value}') return /^(?<value>.+)$/
  const source = form
    .replace(/[.$|*+?()[\]\\]/g, '\\$&')
    .replace(/\{(\w+)\}/g, (_, field: string) => FIELDS[field] ?? '(?<value>[\\w-]+)')
  return new RegExp(`^${source}(?:[.$|].*)?$`)
}
