const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/g
/** What stands where a value should: a broken script's word, or a macro. */
const NO_VALUE = /^(?:undefined|null|NaN)$|[{}[\]<>#$%]|__/

/** Whether a value's characters are mixed as a machine mixes them, rather than as a person writes. */
export function isMixed(value: string): boolean {
  if (value.length < 6 || /\s/.test(value)) return false
  const digits = value.replace(YEAR, '').replace(/\D/g, '').length
  if (digits >= 3) return true
  // Letters only, yet no words: the case changes in the middle again and again.
  return value.length >= 12 && (value.match(/[a-z][A-Z]/g)?.length ?? 0) >= 3
}

/** Whether a value is made of words, as a person writes them: `summer-sale`, `Facebook_2026`. */
export const isWords = (value: string): boolean =>
  !/\d/.test(value.replace(YEAR, '')) && (value.match(/[a-z][A-Z]/g)?.length ?? 0) < 3

/**
 * Whether a value under a name that much else bears (`cid`, `tid`) was issued for a click, or should have been: short
 * numbers and words are categories, products and campaigns.
 */
export const isIssued = (value: string): boolean =>
  NO_VALUE.test(value) || (/^\d+$/.test(value) ? value.length >= 10 : isMixed(value))
