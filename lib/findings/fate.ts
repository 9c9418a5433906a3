import { canonicalName } from '../identifiers/catalogue.ts'
import { isCommonValue } from '../identifiers/common-value.ts'
import { type Damage, isDamage, likeness } from '../identifiers/likeness.ts'
import { placeholderIn } from '../identifiers/placeholder.ts'
import { isGone, isOwnAddress, lastDocument } from '../identifiers/trail.ts'
import type { Hop } from '../model/click-path.ts'
import type { Identifier, Step } from '../model/identifier.ts'

/**
 * What became of an identifier by the path's last document, and where.
 *
 * `kept`: it arrived. `tidied`: it arrived, then the page took it out of its own address. `damaged`: it arrived altered.
 * `replaced`: another value stands under its name. `gone`: it did not arrive.
 */
export interface Fate {
  identifier: Identifier
  end: 'kept' | 'tidied' | 'damaged' | 'replaced' | 'gone'
  /** Whether rules speak of it: click IDs and sub-IDs with a value of their own. */
  isMissed: boolean
  /** Index of the last hop that had it whole (or at all, where it went): the one to blame. */
  blamed: number
  /** How it was damaged; null where it was not. */
  damage: Damage | null
  /** The step after the blamed hop. */
  next: Step | undefined
}

/** The fates of a path's identifiers, in their order. */
export function fatesOf(identifiers: readonly Identifier[], hops: readonly Hop[]): Fate[] {
  const document = lastDocument(hops)
  const fates = identifiers.map((identifier) => fateOf(identifier, document, hops))
  // Of two values under one name in one URL one is dropped: that is the duplicate's fault, and told as such.
  const survivors = fates.filter(isSurvivor)
  for (const fate of fates)
    if (!isSurvivor(fate) && survivors.some((other) => isTwin(fate, other))) fate.isMissed = false
  return fates
}

const isSurvivor = ({ end }: Fate): boolean => end === 'kept' || end === 'tidied'

/** Whether another identifier stood under the same name in the URL of the hop that is to blame. */
function isTwin({ identifier, blamed }: Fate, { identifier: other }: Fate): boolean {
  const own = stepAt(identifier, blamed)
  const beside = stepAt(other, blamed)
  if (own?.name === undefined || beside?.name === undefined || own.where !== beside.where) return false
  return own.value !== beside.value && canonicalName(own.name) === canonicalName(beside.name)
}

const stepAt = ({ trail }: Identifier, hop: number): Step | undefined => trail[hop - (trail[0]?.hop ?? 0)]

function fateOf(identifier: Identifier, document: number, hops: readonly Hop[]): Fate {
  const { trail, value } = identifier
  const start = trail[0]?.hop ?? 0
  const end = Math.max(document, start) - start
  const isWhole = (step: Step | undefined) => step !== undefined && damageOf(value, step) === null && !isGone(step)
  const lastUpTo = (last: number, test: (step: Step) => boolean) => {
    for (let at = last; at > 0; at--) if (test(trail[at] as Step)) return at
    return 0
  }
  const fate = (name: Fate['end'], at: number, damage: Damage | null = null): Fate => ({
    identifier,
    end: name,
    isMissed: isMissed(identifier),
    blamed: start + at,
    damage,
    next: trail[at + 1],
  })
  const arrived = trail[end]
  const there = (step: Step) => !isGone(step)
  if (!arrived || isGone(arrived)) {
    const at = lastUpTo(end, there)
    return fate(trail[at + 1]?.state === 'replaced' ? 'replaced' : 'gone', at)
  }
  const damage = damageOf(value, arrived)
  if (damage !== null) return fate('damaged', lastUpTo(end, isWhole), damage)
  const at = lastUpTo(trail.length - 1, there)
  const without = hops[start + at + 1]
  return fate(without && isOwnAddress(without) ? 'tidied' : 'kept', at)
}

function damageOf(value: string, step: Step): Damage | null {
  // A cookie counts as there when it holds the value in any form.
  if (step.where === 'cookie' || step.value === undefined) return null
  const like = likeness(value, step.value)
  return isDamage(like) ? like : null
}

function isMissed({ kind, value }: Identifier): boolean {
  if (kind === 'campaign-tag' || kind === 'other') return false
  return !isCommonValue(value) && placeholderIn(value) === null
}
