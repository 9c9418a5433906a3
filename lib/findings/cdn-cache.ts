import type { Hop } from '../model/click-path.ts'
import { ledBy, placeOf } from './blame.ts'

/** What caches before a server call an answer that they had kept: Cloudflare; CloudFront, Fastly, Akamai, Varnish. */
const KEPT = /^(?:cf-cache-status: (?:hit|stale|updating|revalidated)|x-cache: .*hit)/i

/**
 * Where the redirect that a hop was answered with came out of a cache before its server, what that means, with a blank
 * behind it; else empty. What was made for one click is then given to others.
 */
export function cacheWords(hops: readonly Hop[], from: number): string {
  const { headers = [] } = hops[from] ?? {}
  const isKept = headers.some(({ name, value }) => KEPT.test(`${name}: ${value}`))
  if (!isKept || ledBy(hops, from) !== 'http-redirect') return ''
  return `This redirect came out of a cache before ${placeOf(hops[from])}, and may have been made for another click: answer it with Cache-Control: no-store, or have the cache keep one for each query. `
}
