import { CLIENT_STORAGE } from '../identifiers/client-storage.ts'
import type { Identifier } from '../model/identifier.ts'
import { nextRequest, placeOf } from './blame.ts'
import apis from './conversion-apis.json' with { type: 'json' }
import type { Fate } from './fate.ts'
import { heirOf } from './heir.ts'
import type { FollowedPath } from './rule.ts'

/** The identifier that was issued where another one ended; undefined where none is known. */
export function heirIn({ hops, fates }: Pick<FollowedPath, 'hops' | 'fates'>, { identifier, blamed }: Fate) {
  const identifiers = fates.map((fate) => fate.identifier)
  return heirOf({ identifiers }, identifier.name, nextRequest(hops, blamed))
}

/**
 * What to verify where an identifier was handed over: a hand-over is no loss as long as who took it keeps it, and no page
 * further on needs it itself.
 */
export function whatToVerify(path: FollowedPath, fate: Fate): string {
  const { identifier, blamed } = fate
  const { name, platform, kind } = identifier
  const taker = placeOf(path.hops[blamed])
  const heir = heirIn(path, fate)
  const api = (apis as Record<string, string>)[platform ?? '']
  const issued = heir && heir.name !== name ? `the ${heir.name} it issued` : 'the one it issued'
  const together = `Check that ${taker} stores ${heir?.name === name ? 'the first ' : ''}${name} with ${issued}`
  if (kind === 'sub-id') return `${together}, and shows it in its reports.`
  if (kind !== 'ad-click-id') return `${together}: the postback has to travel back through both.`
  const reports = `, and reports conversions to ${platform ?? 'the ad platform'} with it${api ? ` (${api})` : ''}.`
  return together + reports + whatPagesNeed(identifier)
}

/** Which cookie or key a later page makes of it, where that is known. */
function whatPagesNeed({ name }: Identifier): string {
  const shelf = CLIENT_STORAGE.find(({ identifier }) => identifier?.split(' ').includes(name))
  if (!shelf) return ''
  return ` A later page that is to keep it in ${shelf.name} (set by ${shelf.setBy}) needs ${name} in its own address: in that case, pass it on as well.`
}
