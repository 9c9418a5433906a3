const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/g
/** What stands where a value should: a broken script's word, a word out of documentation, or a macro. */
const NO_VALUE = /^(?:undefined|null|NaN|REPLACE|OPTIONAL|REQUIRED)$|[{}[\]<>#$%]|__/

/** Where one kind of character follows another otherwise than where a word begins after a capital: `aB`, `A7`, `7a`, `XYz`. */
const TURN = /[a-z](?=[A-Z\d])|[A-Z](?=\d|[A-Z][a-z])|\d(?=[A-Za-z])/g

/** Whether a value's characters are mixed as a machine mixes them, rather than as a person writes. */
export function isMixed(value: string): boolean {
  if (value.length < 6 || /\s/.test(value)) return false
  const digits = value.replace(YEAR, '').replace(/\D/g, '').length
  if (digits >= 3) return true
  // Hardly any digits, yet no words: `HomePageHeroBanner` turns three times.
  return value.length >= 12 && (value.match(TURN)?.length ?? 0) >= 4
}

/** A word as a person writes it: `sale`, `Sale`, `SALE`, `summerSale`. */
const WORD = /^(?:[A-Z]?[a-z]+(?:[A-Z][a-z]+){0,2}|[A-Z]+)$/

/** Whether a value is made of words, as a person writes them: `summer-sale`, `Facebook_2026`. */
export const isWords = (value: string): boolean =>
  value
    .replace(YEAR, '')
    .split(/[^A-Za-z0-9]+/)
    .every((part) => part === '' || WORD.test(part))

/**
 * Whether a value under a name that much else bears (`cid`, `tid`) was issued for a click, or should have been: short
 * numbers and words are categories, products and campaigns.
 */
export function isIssued(value: string): boolean {
  if (NO_VALUE.test(value)) return true
  if (/^\d+$/.test(value)) return value.length >= 10
  return isMixed(value) || (value.length >= 8 && !isWords(value))
}
