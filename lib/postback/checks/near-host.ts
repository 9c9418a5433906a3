import { withinEdits } from '../../identifiers/edit-distance.ts'
import { siteOf } from '../../identifiers/site.ts'
import { splitUrl } from '../../identifiers/split-url.ts'
import { type Check, EVERYWHERE } from './check.ts'
import { replaceIn } from './edit-url.ts'
import { warning } from './problem.ts'

/** Shorter names are one letter away from others by chance. */
const LEAST = 6

/** A host that is a letter away from one of the path's or the preset's: a typing mistake, or somebody's lookalike. */
export const nearHost: Check = {
  modes: EVERYWHERE,
  find({ template: { url }, path, preset }) {
    const { host } = splitUrl(url)
    if (host.length < LEAST || /[{}]/.test(host)) return []
    const known = new Set([
      ...(path?.hops.slice(0, 200).map((hop) => splitUrl(hop.url).host) ?? []),
      ...(preset?.hosts ?? []).map((pattern) => pattern.replace(/^\*\./, '')),
    ])
    // A subdomain of its own is no mistake.
    if (known.has(host) || [...known].some((other) => siteOf(other) === siteOf(host))) return []
    const meant = [...known].find(
      (other) => other.length >= LEAST && (isNear(host, other) || isNear(siteOf(host), siteOf(other))),
    )
    if (meant === undefined) return []
    const start = url.toLowerCase().indexOf(host)
    const place = { start, end: start + host.length }
    const right = isNear(host, meant) ? meant : host.slice(0, host.length - siteOf(host).length) + siteOf(meant)
    return [
      warning(
        'near-host',
        `${host} is nearly ${right}`,
        'A letter makes it another server, which knows nothing of this click.',
        {
          place,
          mend: { label: `Write ${right}`, url: replaceIn(url, place, right) },
        },
      ),
    ]
  },
}

/** One letter more, fewer or other, and no number counted on: t1.example and t2.example are two servers. */
const isNear = (a: string, b: string): boolean =>
  a !== b && a.length >= LEAST && withinEdits(a, b, 1) && a.replace(/\d/g, '') !== b.replace(/\d/g, '')
