import { decodeBase64 } from './base64.ts'
import { decodeOnce } from './decode.ts'

/** What every URL here has one of. Most values have none, and are done with. */
const mayBeUrl = (value: string): boolean =>
  value.includes('/') || value.includes('?') || value.includes('%') || value.startsWith(BASE64_START)
/** Every base64 text of `http` begins so. */
const BASE64_START = 'aHR0c'
const URL_START = /^\s*(?:[a-z][a-z0-9+.-]{0,30}:)?\/\/[^\s/]/i
const RELATIVE = /^(?:\/[^?#]*|[\w/.-]+\.(?:php|html?|aspx?|jsp|cgi))\?/i
const WITHOUT_SCHEME = /^(?:[a-z0-9-]+\.)+[a-z]{2,20}(?::\d+)?\/[^?#\s]*\?/i
const ENCODED_START = /^(?:[a-z][a-z0-9+.-]{0,30}%(?:25)*3a|%(?:25)*2f)/i

const looksLikeUrl = (text: string): boolean => URL_START.test(text) || RELATIVE.test(text) || WITHOUT_SCHEME.test(text)

/**
 * The URL that a parameter's value (decoded once) is: plain, under one or two more layers of percent-encoding, or as
 * base64. Null when the value is no URL.
 */
export function nestedUrlIn(value: string): string | null {
  if (value.length < 4 || !mayBeUrl(value)) return null
  if (looksLikeUrl(value)) return value
  let text = value
  for (let layer = 0; layer < 2 && ENCODED_START.test(text); layer++) {
    text = decodeOnce(text)
    if (looksLikeUrl(text)) return text
  }
  if (!value.startsWith(BASE64_START)) return null
  const plain = decodeBase64(value)
  return plain !== null && URL_START.test(plain) ? plain : null
}

/**
 * An app store's `referrer` as a URL of nothing but a query: what the app's SDK reads of the click stands in there
 * (Google Play: `referrer=pid%3Dnet%26clickid%3D7`). Null for what is none.
 */
export const referrerQueryIn = (name: string, value: string): string | null =>
  name.endsWith('referrer') && REFERRER.test(value) ? `?${value}` : null
const REFERRER = /^\s*[\w.-]{1,60}=/
