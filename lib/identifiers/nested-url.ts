import { decodeBase64 } from './base64.ts'
import { decodeOnce } from './decode.ts'

/** What every URL here has one of. Most values have none, and are done with. */
const MAY_BE_URL = /[/?]|%(?:25)*(?:3a|2f)|^aHR0c/i
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
  if (value.length < 4 || !MAY_BE_URL.test(value)) return null
  if (looksLikeUrl(value)) return value
  let text = value
  for (let layer = 0; layer < 2 && ENCODED_START.test(text); layer++) {
    text = decodeOnce(text)
    if (looksLikeUrl(text)) return text
  }
  // Every base64 text of `http` begins so.
  if (!value.startsWith('aHR0c')) return null
  const plain = decodeBase64(value)
  return plain !== null && URL_START.test(plain) ? plain : null
}
