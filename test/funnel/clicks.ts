import { randomBytes } from 'node:crypto'
import { fieldsOf } from './query.ts'

/** The click IDs that the demo's tracker issued or was handed, so that the postback receiver can tell a click it knows. */
export type Clicks = {
  issue(): string
  /** Remembers the click IDs of a query that reached the tracker. */
  see(rawQuery: string): void
  knows(clickId: string): boolean
  /** How long ago a known click ID was first seen, in ms; undefined for one that is not known. */
  ageOf(clickId: string): number | undefined
}

const CLICK_ID_NAMES = new Set([
  ...['clickid', 'click_id', 'cid', 'subid', 'sub1', 's1', 'aff_sub'],
  ...['fbclid', 'gclid', 'gbraid', 'wbraid', 'msclkid', 'ttclid', 'irclickid'],
])

/** A macro that nobody filled (`{clickid}`) is no click ID, so it has no braces and the like. */
const ID_LIKE = /^[\w.~:-]{6,500}$/

export function createClicks(): Clicks {
  /** Click ID → when it was first seen, ms since the epoch. */
  const known = new Map<string, number>()
  const add = (clickId: string): string => {
    if (!known.has(clickId)) known.set(clickId, Date.now())
    return clickId
  }
  return {
    // 24 hex digits, as RedTrack and Affise spell theirs.
    issue: () => add(randomBytes(12).toString('hex')),
    see: (rawQuery) => {
      for (const [name, value] of fieldsOf(rawQuery)) if (CLICK_ID_NAMES.has(name) && ID_LIKE.test(value)) add(value)
    },
    knows: (clickId) => known.has(clickId),
    ageOf: (clickId) => {
      const seenAt = known.get(clickId)
      return seenAt === undefined ? undefined : Date.now() - seenAt
    },
  }
}
