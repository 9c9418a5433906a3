import type { Identifier } from '../../model/identifier.ts'
import { likeliestClickId } from '../choose-identifier.ts'
import { isClickIdName } from '../click-id-names.ts'
import { macrosIn } from '../macros.ts'
import type { Check } from './check.ts'
import { asksForClick } from './click.ts'
import { replaceIn } from './edit-url.ts'
import { error } from './problem.ts'

/**
 * The click went out in one slot and is asked for in another: sent as `sub1`, taken back from `{sub2}`. Looks at the slots
 * in which the recorded path carried its click ID; where the postback reports that anyway, its other slots are its own affair.
 */
export const slot: Check = {
  modes: ['template'],
  find(subject) {
    const { identifiers, parameters, template } = subject
    const clickId = likeliestClickId(identifiers)
    const macros = macrosIn(template.url)
    const carried = clickId ? namesOf(clickId.value, identifiers) : []
    const isCarried = (name: string) => carried.some((slot) => slot.toLowerCase() === name.toLowerCase())
    if (!clickId || macros.some(({ name }) => isCarried(name) || isClickIdName(name))) return []
    const others = macros.flatMap((macro) => {
      const sent = carried.find((name) => stemOf(name) === stemOf(macro.name))
      return sent === undefined || holdsOwnId(macro.name, clickId.value, identifiers) ? [] : [{ ...macro, sent }]
    })
    const forClick = parameters.filter((parameter) => asksForClick(parameter, subject))
    const asked = others.find(({ raw }) => forClick.some(({ rawValue }) => rawValue.includes(raw))) ?? others[0]
    if (!asked) return []
    const { name, sent, start, end } = asked
    return [
      error(
        'other-slot',
        `The click ID went out in ${sent}, and comes back from ${name}`,
        `The postback reports what stood in ${name}, or nothing. Write {${sent}}.`,
        {
          macro: name,
          place: { start, end },
          mend: { label: `Write {${sent}}`, url: replaceIn(template.url, asked, `{${sent}}`) },
        },
      ),
    ]
  },
}

/** A slot without its number: sub1 and sub2 are of one kind, and so are aff_sub and aff_sub2. */
const stemOf = (name: string): string => name.toLowerCase().replace(/_?\d{1,2}$/, '')

/** The names under which the path carried a value. */
const namesOf = (value: string, identifiers: readonly Identifier[]): string[] => [
  ...new Set(
    identifiers
      .filter((identifier) => identifier.value === value)
      .flatMap(({ name, trail }) => [name, ...trail.flatMap((step) => step.name ?? [])]),
  ),
]

/** Whether another click ID of the path stood in that slot: then it is asked for on purpose. */
const holdsOwnId = (slotName: string, value: string, identifiers: readonly Identifier[]): boolean =>
  identifiers.some(
    (identifier) =>
      identifier.value !== value &&
      identifier.kind.endsWith('click-id') &&
      [identifier.name, ...identifier.trail.map(({ name }) => name)].includes(slotName),
  )
