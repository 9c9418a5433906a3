import type { Identifier } from '../../model/identifier.ts'
import { likeliestClickId } from '../choose-identifier.ts'
import { macrosIn } from '../macros.ts'
import type { Check } from './check.ts'
import { replaceIn } from './edit-url.ts'
import { error, type Problem } from './problem.ts'

/** A free slot and its number: sub1, s2, aff_sub3, sub_id_4, subid5, c1. */
const SLOT = /^((?:aff_?)?sub(?:_?id)?_?|s|c|sid|subid|ext)(\d{1,2})$/i

/**
 * The click went out in one slot and is asked for in another: sent as `sub1`, taken back from `{sub2}`. Looks at the slots
 * in which the recorded path carried its click ID.
 */
export const slot: Check = {
  modes: ['template', 'paste'],
  find({ template: { url }, identifiers }) {
    const clickId = likeliestClickId(identifiers)
    if (!clickId) return []
    const carried = slotsOf(clickId.value, identifiers)
    if (carried.length === 0) return []
    return macrosIn(url).flatMap((macro): Problem[] => {
      const asked = SLOT.exec(macro.name)
      if (!asked || carried.some((name) => name.toLowerCase() === macro.name.toLowerCase())) return []
      const sibling = carried.find((name) => SLOT.exec(name)?.[1]?.toLowerCase() === asked[1]?.toLowerCase())
      if (sibling === undefined || holdsOwnId(macro.name, clickId.value, identifiers)) return []
      return [
        error(
          'other-slot',
          `The click ID went out in ${sibling}, and comes back from ${macro.name}`,
          `The postback reports what stood in ${macro.name}, or nothing. Write {${sibling}}.`,
          {
            macro: macro.name,
            place: { start: macro.start, end: macro.end },
            mend: { label: `Write {${sibling}}`, url: replaceIn(url, macro, `{${sibling}}`) },
          },
        ),
      ]
    })
  },
}

/** The slots in which the path carried a value. */
function slotsOf(value: string, identifiers: readonly Identifier[]): string[] {
  const names = identifiers
    .filter((identifier) => identifier.value === value)
    .flatMap(({ name, trail }) => [name, ...trail.flatMap((step) => step.name ?? [])])
  return [...new Set(names)].filter((name) => SLOT.test(name))
}

/** Whether another click ID of the path stood in that slot: then it is asked for on purpose. */
const holdsOwnId = (slotName: string, value: string, identifiers: readonly Identifier[]): boolean =>
  identifiers.some(
    (identifier) =>
      identifier.value !== value &&
      identifier.kind.endsWith('click-id') &&
      [identifier.name, ...identifier.trail.map(({ name }) => name)].includes(slotName),
  )
