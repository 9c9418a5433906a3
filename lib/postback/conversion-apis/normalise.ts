import { countryCode } from './country-code.ts'
import type { PersonField } from './person.ts'
import states from './states.json' with { type: 'json' }

/**
 * A value in the form in which Meta has it hashed; empty when nothing is left of it. A value that is a SHA-256 already
 * stays one, in lower case.
 *
 * Sources, a field each below: "the page" is Meta, "Customer information parameters" (as of January 2026), whose published
 * hashes the tests hold; "the builder" is facebook/capi-param-builder, for what the page leaves open. Where the two differ
 * the page counts. Composed letters (NFC) are not written down anywhere: the page's hash of `valéry` is of these.
 */
export function normalise(field: PersonField, value: string): string {
  const text = value.trim().toLowerCase().normalize('NFC')
  return isHashed(text) ? text : NORMAL[field](text)
}

const HASHED = /^[0-9a-f]{64}$/i

export const isHashed = (value: string): boolean => HASHED.test(value.trim())

const PUNCTUATION = /[\p{P}\p{S}\p{Z}\s\p{Cc}]/gu
const withoutPunctuation = (text: string): string => text.replace(PUNCTUATION, '')

const NORMAL: Readonly<Record<PersonField, (text: string) => string>> = {
  /** The page: without spaces at the ends, in small letters. */
  em: (text) => text,
  ph: phone,
  /** The page: small letters, no punctuation, UTF-8. The builder: no spaces inside either. */
  fn: withoutPunctuation,
  ln: withoutPunctuation,
  ge: gender,
  db: birthday,
  /** The page: small letters, no punctuation, no spaces, UTF-8. (The builder drops ü and é; the page keeps them.) */
  ct: withoutPunctuation,
  st: state,
  zp: postcode,
  /** The page: ISO 3166-1 alpha-2, `United States` as `us`. */
  country: countryCode,
  /** The page: as it is sent elsewhere. The builder: small letters, no spaces. */
  external_id: (text) => text.replace(/\s/g, ''),
}

/**
 * The page: digits alone, with the country code, without leading zeros. The trunk zero that many write in brackets after
 * the country code, `+49 (0)171`, is not dialled from abroad (ITU-T E.123) and no part of the number.
 */
function phone(text: string): string {
  const whole = /^\s*(?:\+|00)/.test(text) ? text.replace('(0)', '') : text
  return whole.replace(/\D/g, '').replace(/^0+/, '')
}

/** The page: `f` or `m`. The builder knows English words; those of German, French, Spanish and Italian are ours. */
const GENDERS: Readonly<Record<string, string>> = {
  f: 'f female woman girl lady ms mrs miss w weiblich frau femme féminin féminine mujer femenino donna femmina',
  m: 'm male man boy mr mister männlich mann herr homme masculin hombre masculino uomo maschio',
}

function gender(text: string): string {
  const word = withoutPunctuation(text)
  return Object.keys(GENDERS).find((key) => GENDERS[key]?.split(' ').includes(word)) ?? ''
}

/**
 * The page: the two letters of a US state (ANSI, which also lists the District of Columbia and the territories); others in
 * small letters without punctuation and spaces. The builder: the provinces of Canada have two letters too.
 */
function state(text: string): string {
  const plain = withoutPunctuation(text)
  const name = plain.normalize('NFD').replace(/\p{M}/gu, '')
  return Object.hasOwn(states, name) ? states[name as keyof typeof states] : plain
}

/** The page: small letters, no spaces, no dash; of a US code (ZIP+4) the first five digits. (The builder cuts any at its dash.) */
function postcode(text: string): string {
  const plain = text.replace(/[\s\p{Pd}]/gu, '')
  return /^\d{5}\p{Pd}\d{4}$/u.test(text.replace(/\s/g, '')) ? plain.slice(0, 5) : plain
}

/**
 * The page: YYYYMMDD. `2/16/1997` is the month first there; where that cannot be, the day is (the builder). With dots or
 * dashes the day is first, as it is written where those are used (ours).
 */
function birthday(text: string): string {
  const [, first = '', second = '', third = ''] =
    /^(\d{4})[-./ ]?(\d{1,2})[-./ ]?(\d{1,2})$/.exec(text) ?? /^(\d{1,2})[-./](\d{1,2})[-./](\d{4})$/.exec(text) ?? []
  if (first === '') return ''
  if (first.length === 4) return dateOf(first, second, third)
  const american = text.includes('/') ? dateOf(third, first, second) : ''
  return american === '' ? dateOf(third, second, first) : american
}

/** A day that there is; else empty. */
function dateOf(year: string, month: string, day: string): string {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  const isThere = date.getUTCMonth() + 1 === Number(month) && date.getUTCDate() === Number(day)
  return isThere && /^(?:19|20)/.test(year) ? `${year}${month.padStart(2, '0')}${day.padStart(2, '0')}` : ''
}
