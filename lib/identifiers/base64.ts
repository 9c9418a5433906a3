/** Text of either base64 alphabet. */
export const BASE64 = /^[A-Za-z0-9+/_ -]{4,}={0,2}$/

/** One spelling for base64 and base64url, with and without padding; a `+` that became a blank is read as `+`. */
export const normalBase64 = (text: string): string =>
  text.replace(/=+$/, '').replaceAll('-', '+').replaceAll('_', '/').replaceAll(' ', '+')

/** The base64 of a text's UTF-8 bytes, without padding. */
export function encodeBase64(text: string): string {
  const bytes = new TextEncoder().encode(text)
  return btoa(String.fromCharCode(...bytes.subarray(0, 10_000))).replace(/=+$/, '')
}

/** The text that base64 or base64url stands for; null when it is no base64, or no UTF-8 text. */
export function decodeBase64(text: string): string | null {
  if (!BASE64.test(text)) return null
  try {
    const bytes = Uint8Array.from(atob(normalBase64(text)), (char) => char.charCodeAt(0))
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
