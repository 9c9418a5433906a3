import { BASE64, encodeBase64, normalBase64 } from './base64.ts'
import { decodeOnce } from './decode.ts'
import { withinEdits } from './edit-distance.ts'

/** How a value was damaged on its way. */
export type Damage = 'truncated' | 'case-changed' | 'double-encoded' | 'plus-decoded' | 'altered'

/**
 * How one value is like another: `same`; `recoded` (base64 of it, or it stands inside a composite: it can be read back);
 * one of the damages; or null, which is another value.
 */
export type Likeness = 'same' | 'recoded' | Damage | null

const LEAST_CUT = 6
const LEAST_FOR_EDITS = 12
const LAYERS = 2
/** An integer of more digits than this is rounded by anything that takes it for a number. */
const SAFE_DIGITS = 15

/** How `seen` is like `value`, both decoded once. */
export function likeness(value: string, seen: string): Likeness {
  if (seen === value) return 'same'
  if (seen === '' || value === '') return null
  const part = unwrapped(value, seen)
  if (part !== seen) {
    const like = likeness(value, part)
    if (like !== null) return like === 'same' ? 'recoded' : like
  }
  if (hasOtherLayers(value, seen)) return 'double-encoded'
  if (value.length === seen.length) {
    if (value.replaceAll('+', ' ') === seen.replaceAll('+', ' ')) return 'plus-decoded'
    if (value.toLowerCase() === seen.toLowerCase()) return 'case-changed'
  }
  if (seen.trim() === value.trim()) return 'altered'
  if (COOKIE_FORM.exec(value)?.[1] === seen) return 'recoded'
  if (isCut(value, seen)) return 'truncated'
  if (hasEntityDamage(value, seen) || isLatin1Of(value, seen) || isLatin1Of(seen, value)) return 'altered'
  if (isInside(value, seen) || isBase64Of(value, seen)) return 'recoded'
  if (value.length >= LEAST_FOR_EDITS && withinEdits(value, seen, 2)) return 'altered'
  return isRounded(value, seen) ? 'altered' : null
}

/** Whether a number is what JavaScript prints of another one of more digits than it can hold. */
export const isPrintedNumber = (value: string, seen: string): boolean =>
  /^\d+$/.test(value) && value.length > SAFE_DIGITS && seen === String(Number(value))

/** Whether a likeness is a damage. */
export const isDamage = (like: Likeness): like is Damage => like !== null && like !== 'same' && like !== 'recoded'

function hasOtherLayers(value: string, seen: string): boolean {
  return decodesTo(seen, value) || decodesTo(value, seen)
}

function decodesTo(encoded: string, plain: string): boolean {
  let text = encoded
  for (let layer = 0; layer < LAYERS && text.includes('%'); layer++) {
    text = decodeOnce(text)
    if (text === plain) return true
  }
  return false
}

function isCut(value: string, seen: string): boolean {
  if (seen.length >= value.length || seen.length < LEAST_CUT || seen.length * 3 < value.length) return false
  return value.startsWith(seen) || value.endsWith(seen)
}

/** The click ID inside a platform's own composite: `fb.1.<ms>.<fbclid>`, `GCL.<s>.<gclid>`. */
const COOKIE_FORM = /^(?:fb\.\d\.\d{13}|(?:GCL|1)\.\d{10})\.([\w-]+)(?:\.[\w-]{2,8})?$/

/** What a platform's own composite holds, where `seen` is one and the value is none; else `seen` itself. */
export const unwrapped = (value: string, seen: string): string =>
  COOKIE_FORM.test(value) ? seen : (COOKIE_FORM.exec(seen)?.[1] ?? seen)

const isAlphanumeric = (char: string | undefined): boolean => char !== undefined && /[A-Za-z0-9]/.test(char)

/** Whether the value stands in a longer one, set off by delimiters, with something else beside it. */
export function isInside(value: string, seen: string): boolean {
  for (let at = seen.indexOf(value); at >= 0; at = seen.indexOf(value, at + 1)) {
    const end = at + value.length
    const isSetOff = !isAlphanumeric(seen[at - 1]) && !isAlphanumeric(seen[end])
    if (isSetOff && /[A-Za-z0-9]/.test(seen.slice(0, at) + seen.slice(end))) return true
  }
  return false
}

function isBase64Of(value: string, seen: string): boolean {
  if (seen.length < value.length) return seen.length >= LEAST_CUT && isBase64Of(seen, value)
  const normal = normalBase64(seen)
  // A character takes one byte or more, three bytes take four characters.
  if (normal.length < Math.ceil((value.length * 4) / 3)) return false
  return BASE64.test(seen) && normal === encodeBase64(value)
}

/** What HTML makes of `&currency=` and its like when a URL passes through it as text. */
const EATEN_NAME = /^[¤¶§©®¬×¢£°µ¥<>∂¯¸¹²³ªº«»¦¨·÷†‡√∏][\w.-]*=/
const ENTITY = /&(?:amp|lt|gt|quot|apos|#0*39|#x0*27|#0*38|#x0*26|#0*34|#x0*22);/gi
const CHARACTERS: Record<string, string> = {
  '&amp;': '&',
  '&#38;': '&',
  '&#x26;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#34;': '"',
  '&#x22;': '"',
}

function hasEntityDamage(value: string, seen: string): boolean {
  if (seen.startsWith(value)) return EATEN_NAME.test(seen.slice(value.length))
  const unescaped = (text: string) =>
    text.replace(ENTITY, (entity) => CHARACTERS[entity.toLowerCase().replace(/#0+/, '#').replace(/x0+/, 'x')] ?? "'")
  return (seen.includes('&') && unescaped(seen) === value) || (value.includes('&') && unescaped(value) === seen)
}

/** Whether text is spelt in bytes of Latin-1 (`caf%E9`), as an old form or script writes it: those are no UTF-8, so they stay escaped. */
const isLatin1Of = (text: string, bytes: string): boolean =>
  /%[89a-f]/i.test(bytes) &&
  bytes.replace(/%([89a-f][0-9a-f])/gi, (_, byte) => String.fromCharCode(Number.parseInt(byte, 16))) === text

/** Whether an integer went through a 64-bit float: `7234567890123456789` → `7234567890123456800`, or a spreadsheet: `7.23457E+18`. */
function isRounded(value: string, seen: string): boolean {
  if (!/^\d+$/.test(value) || value.length <= SAFE_DIGITS || !/^[\d.]+(?:e\+?\d+)?$/i.test(seen)) return false
  const digits = /^\d\.(\d{1,14})e/i.exec(seen)?.[1]
  return Number(seen) === (digits ? Number(Number(value).toPrecision(digits.length + 1)) : Number(value))
}
