import type { SetCookie } from '../model/click-path.ts'

/** Longest cookie value kept, in characters: browsers refuse name and value over 4096 bytes (RFC 6265bis, 5.6). */
const MAX_COOKIE_VALUE = 4096

/**
 * Reads one `Set-Cookie` header (RFC 6265, 5.2): its name, value and domain.
 *
 * @returns undefined where the browser would ignore it: no name, or no `=`
 */
export function readSetCookie(header: string): SetCookie | undefined {
  const [pair = '', ...attributes] = header.split(';')
  const equals = pair.indexOf('=')
  if (equals < 0) return undefined
  const name = pair.slice(0, equals).trim()
  if (name === '') return undefined
  const value = pair
    .slice(equals + 1)
    .trim()
    .slice(0, MAX_COOKIE_VALUE)
  const domain = attributes.map((a) => /^\s*domain\s*=\s*\.?(\S+)\s*$/i.exec(a)?.[1]).findLast((d) => d !== undefined)
  return domain === undefined ? { name, value } : { name, value, domain: domain.toLowerCase() }
}
