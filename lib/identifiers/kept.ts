import type { Hop } from '../model/click-path.ts'
import type { Identifier } from '../model/identifier.ts'
import type { Keeping, KeptValue, Landing } from '../model/landing.ts'
import { canonicalName } from './catalogue.ts'
import { CLIENT_STORAGE, type ClientStorage, clientStorageOf, keepsValue, readStored } from './client-storage.ts'
import { isDamage, likeness } from './likeness.ts'
import { hostOf, siteOf } from './site.ts'

type Held = KeptValue & { httpOnly?: boolean }

/**
 * What a landing page keeps of its click: each cookie or storage entry that the catalogue names, and whether it holds
 * the value of this click. Cookies that scripts cannot read are known from the answers that set them.
 */
export function keptOf(hops: readonly Hop[], landing: Landing, identifiers: readonly Identifier[]): Keeping[] {
  const held = [...landing.kept, ...unreadable(hops, landing)]
  const kept = held.flatMap((each): Keeping[] => {
    const row = clientStorageOf(each.where, each.name)
    const holds = row && holdingOf(row, each.value, identifiers)
    return holds ? [{ ...holds, ...each, setBy: row.setBy }] : []
  })
  const whole = new Set(kept.filter(({ holds }) => holds === 'this-click').map(keyOf))
  return [
    ...kept.filter((each) => each.holds === 'this-click' || !whole.has(keyOf(each))),
    ...missing(kept, identifiers),
  ]
}

const keyOf = ({ where, name }: Pick<Keeping, 'where' | 'name'>): string => `${where} ${name}`

/** Cookies of the page's site that answers set on the way, and that the page's scripts do not see. */
function unreadable(hops: readonly Hop[], landing: Landing): Held[] {
  const site = siteOf(hostOf(landing.url))
  const seen = new Set(landing.kept.map(keyOf))
  const set = new Map<string, Held>()
  for (const { url, setCookies = [] } of hops)
    for (const { name, value, domain } of setCookies) {
      const isOfPage = siteOf(domain ? domain.replace(/^\./, '').toLowerCase() : hostOf(url)) === site
      if (isOfPage && value !== '' && !seen.has(`cookie ${name}`))
        set.set(name, { where: 'cookie', name, value, httpOnly: true })
    }
  return [...set.values()]
}

/** Whose value a shelf holds; null where it says nothing of this click. */
function holdingOf(
  row: ClientStorage,
  raw: string,
  identifiers: readonly Identifier[],
): Pick<Keeping, 'identifier' | 'holds'> | null {
  if (row.identifier === null) {
    const isOfPlatform = identifiers.some(({ platform }) => platform === row.platform)
    return isOfPlatform ? { identifier: null, holds: 'visitor' } : null
  }
  const clicks = identifiers.filter(({ kind }) => kind.endsWith('-click-id'))
  const keeper = clicks.find(({ value }) => keepsValue(row, raw, value))
  if (keeper) return { identifier: keeper.name, holds: 'this-click' }
  const own = clicks.find((identifier) => isKeptIn(row, identifier))
  if (!own) return null
  const isLeft = isDamage(likeness(own.value, readStored(row, raw)?.value ?? raw))
  return { identifier: own.name, holds: isLeft ? 'damaged' : 'another-click' }
}

/** Whether a row is where an identifier of that name is kept. */
function isKeptIn(row: ClientStorage, { name, trail }: Identifier): boolean {
  const names = new Set([name, ...trail.flatMap((step) => step.name ?? [])].map(canonicalName))
  return (row.identifier ?? '').split(' ').some((kept) => names.has(canonicalName(kept)))
}

/** The shelves that a platform's own tag would have filled, of the identifiers that none holds anything of. */
function missing(kept: readonly Keeping[], identifiers: readonly Identifier[]): Keeping[] {
  const known = new Set(kept.map(({ identifier }) => identifier))
  return identifiers.flatMap((identifier) => {
    if (identifier.kind !== 'ad-click-id' || known.has(identifier.name)) return []
    known.add(identifier.name)
    return CLIENT_STORAGE.filter(
      (row) =>
        row.where === 'cookie' &&
        row.confidence !== 'recalled' &&
        row.platform === identifier.platform &&
        !row.name.endsWith('*') &&
        isKeptIn(row, identifier),
    ).map(({ where, name, setBy }) => ({ identifier: identifier.name, where, name, holds: 'nothing' as const, setBy }))
  })
}
