/** What is known of the customer. Sent hashed, never as it is. */
export const PERSON_FIELDS = ['em', 'ph', 'fn', 'ln', 'ge', 'db', 'ct', 'st', 'zp', 'country', 'external_id'] as const
export type PersonField = (typeof PERSON_FIELDS)[number]
export type Person = Partial<Record<PersonField, string>>

/** What a field is called on screen. */
export const PERSON_WORDS: Readonly<Record<PersonField, string>> = {
  em: 'E-mail',
  ph: 'Phone, with country code',
  fn: 'First name',
  ln: 'Last name',
  ge: 'Gender',
  db: 'Date of birth',
  ct: 'City',
  st: 'State',
  zp: 'Postcode',
  country: 'Country',
  external_id: 'Customer number',
}

const PUNCTUATION = /[\p{P}\p{S}\p{Z}\s\p{Cc}]/gu
const HASHED = /^[0-9a-f]{64}$/i

/**
 * A value in the form in which it is hashed; empty when nothing is left of it. A value that is a SHA-256 already stays
 * one, in lower case.
 *
 * Source: Meta, "Customer information parameters"; facebook/capi-param-builder for what the page leaves open.
 */
export function normalise(field: PersonField, value: string): string {
  const text = value.trim().toLowerCase()
  return isHashed(text) ? text : NORMAL[field](text)
}

export const isHashed = (value: string): boolean => HASHED.test(value.trim())

const withoutPunctuation = (text: string): string => text.replace(PUNCTUATION, '')

const NORMAL: Readonly<Record<PersonField, (text: string) => string>> = {
  em: (text) => text,
  ph: (text) => text.replace(/\D/g, '').replace(/^0+/, ''),
  fn: withoutPunctuation,
  ln: withoutPunctuation,
  ge: (text) => (/^(?:f|m)/.test(text) ? text.slice(0, 1) : /^w(?:oman|eiblich)?$/.test(text) ? 'f' : ''),
  db: birthday,
  ct: withoutPunctuation,
  st: withoutPunctuation,
  zp: (text) => (text.split('-', 1)[0] ?? '').replace(/\s/g, ''),
  country: (text) => text.replace(/[^a-z]/g, ''),
  external_id: (text) => text,
}

/** `1990-02-01`, `19900201` and `1.2.1990` (day first) as `19900201`; with slashes the month is first, as Americans write. */
function birthday(text: string): string {
  const [, year, month, day] =
    /^(\d{4})[-./ ]?(\d{2})[-./ ]?(\d{2})$/.exec(text) ??
    reorder(/^(\d{1,2})[.-](\d{1,2})[.-](\d{4})$/.exec(text), [3, 2, 1]) ??
    reorder(/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text), [3, 1, 2]) ??
    []
  if (!year || !month || !day || Number(month) > 12 || Number(day) > 31 || Number(month) < 1 || Number(day) < 1)
    return ''
  return `${year}${month.padStart(2, '0')}${day.padStart(2, '0')}`
}

const reorder = (found: RegExpExecArray | null, order: readonly number[]): string[] | undefined =>
  found ? ['', ...order.map((at) => found[at] ?? '')] : undefined

/** What is doubtful about a value, in words; null when nothing is. */
export function doubt(field: PersonField, value: string): string | null {
  if (value.trim() === '' || isHashed(value)) return null
  const normal = normalise(field, value)
  if (normal === '') return `${PERSON_WORDS[field]}: nothing of this can be read.`
  if (field === 'em' && !/^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(normal)) return 'E-mail: this is no address.'
  if (field === 'ph' && !/^\s*(?:\+|00)/.test(value))
    return 'Phone: does it begin with the country code (+49 …)? Without it, it matches nobody.'
  if (field === 'country' && normal.length !== 2) return 'Country: write its two letters, such as de.'
  if (field === 'zp' && normal.length < 2) return 'Postcode: it is too short.'
  return null
}
