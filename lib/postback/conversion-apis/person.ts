import { isHashed, normalise } from './normalise.ts'

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
