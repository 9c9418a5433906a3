import type { Hop } from '../model/click-path.ts'
import { decodeOnce } from './decode.ts'
import { isDamage, likeness } from './likeness.ts'
import { hostOf, siteOf } from './site.ts'

/** A cookie's name and value, as set. */
export interface HeldCookie {
  name: string
  value: string
}

/** The cookies that the hops of a path set, by site: what was kept there can come back on a later hop. */
export class CookieJar {
  readonly #sites = new Map<string, Map<string, string>>()

  /** Takes in what a hop's answer set. A later cookie of the same name takes the earlier one's place. */
  take(hop: Hop): void {
    for (const { name, value, domain } of hop.setCookies ?? []) {
      const site = siteOf(domain ? domain.replace(/^\./, '').toLowerCase() : hostOf(hop.url))
      const held = this.#sites.get(site) ?? new Map<string, string>()
      held.set(name, value)
      this.#sites.set(site, held)
    }
  }

  /**
   * The cookie of the URL's site that holds the value whole: plain, encoded, as base64 or inside a composite such as
   * `fb.1.<ms>.<fbclid>`.
   *
   * @param onlyName for a value too common to be known by itself
   */
  find(url: string, value: string, onlyName: string | null): HeldCookie | null {
    if (this.#sites.size === 0) return null
    for (const [name, held] of this.#sites.get(siteOf(hostOf(url))) ?? []) {
      if (onlyName !== null && name !== onlyName) continue
      // A cookie has no encoding of its own: what the site wrote may be encoded or not.
      for (const text of [held, decodeOnce(held)]) {
        const like = likeness(value, text)
        if (like !== null && !isDamage(like)) return { name, value: held }
      }
    }
    return null
  }
}
