import type { Hop } from '../model/click-path.ts'
import { decodeOnce } from './decode.ts'
import { isDamage, likeness } from './likeness.ts'
import { hostOf, siteOf } from './site.ts'

/** A cookie's name and value, as set. */
export interface HeldCookie {
  name: string
  value: string
}

/** What one site was given. */
interface Shelf {
  /** In the order in which they were set, also those that a later one took the place of. */
  cookies: HeldCookie[]
  /** By its name, the one that is held. */
  held: Map<string, HeldCookie>
  /** How many of the first cookies hold nothing of a value: on a long path none is compared with it twice. */
  passed: Map<string, number>
}

const emptyShelf = (): Shelf => ({ cookies: [], held: new Map(), passed: new Map() })

/** The cookies that the hops of a path set, by site: what was kept there can come back on a later hop. */
export class CookieJar {
  readonly #sites = new Map<string, Shelf>()

  /** Takes in what a hop's answer set. A later cookie of the same name takes the earlier one's place. */
  take(hop: Hop): void {
    for (const { name, value, domain } of hop.setCookies ?? []) {
      const site = siteOf(domain ? domain.replace(/^\./, '').toLowerCase() : hostOf(hop.url))
      const shelf = this.#sites.get(site) ?? emptyShelf()
      const cookie = { name, value }
      shelf.cookies.push(cookie)
      shelf.held.set(name, cookie)
      this.#sites.set(site, shelf)
    }
  }

  /**
   * The cookie of the URL's site that holds the value whole: plain, encoded, as base64 or inside a composite such as
   * `fb.1.<ms>.<fbclid>`.
   *
   * @param onlyName for a value too common to be known by itself
   */
  find(url: string, value: string, onlyName: string | null): HeldCookie | null {
    const shelf = this.#sites.size === 0 ? undefined : this.#sites.get(siteOf(hostOf(url)))
    if (shelf === undefined) return null
    const { cookies, held, passed } = shelf
    const wanted = onlyName === null ? value : `${value} ${onlyName}`
    let at = passed.get(wanted) ?? 0
    const isFound = (cookie: HeldCookie) =>
      held.get(cookie.name) === cookie && (onlyName === null || cookie.name === onlyName) && holds(cookie, value)
    while (at < cookies.length && !isFound(cookies[at] as HeldCookie)) at++
    passed.set(wanted, at)
    return cookies[at] ?? null
  }
}

/** Whether a cookie holds a value whole. It has no encoding of its own: what the site wrote may be encoded or not. */
const holds = (cookie: HeldCookie, value: string): boolean =>
  [cookie.value, decodeOnce(cookie.value)].some((text) => {
    const like = likeness(value, text)
    return like !== null && !isDamage(like)
  })
