import { isCommonValue } from './common-value.ts'
import { placeholderIn } from './placeholder.ts'

const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/g

/** Whether a value looks as if a machine had issued it for one click, rather than a person for a campaign. */
export function isIdLike(value: string): boolean {
  if (value.length < 6 || isCommonValue(value) || placeholderIn(value) !== null) return false
  if (/\s/.test(value)) return false
  const digits = value.replace(YEAR, '').replace(/\D/g, '').length
  if (digits >= 3) return true
  // Letters only, yet no words: the case changes in the middle again and again.
  return value.length >= 12 && (value.match(/[a-z][A-Z]/g)?.length ?? 0) >= 3
}
