import type { IdentifierKind } from '../../model/identifier.ts'
import { isClickIdName } from '../click-id-names.ts'
import { decoded } from '../fields.ts'
import { parameterNamed } from '../presets/parameters.ts'
import { type Check, POSTBACKS } from './check.ts'
import { replaceIn } from './edit-url.ts'
import { error, type Problem, warning } from './problem.ts'
import type { Parameter, Subject } from './subject.ts'
import { thisClick } from './this-click.ts'

/** Kinds a receiver can find a click by. */
export const MATCHABLE: ReadonlySet<IdentifierKind> = new Set([
  'tracker-click-id',
  'affiliate-click-id',
  'ad-click-id',
  'sub-id',
])

/** Whether the postback reports this click. An unfilled macro that asks for the click ID, or stands where it is asked for, is told as such, not here. */
export const click: Check = {
  modes: POSTBACKS,
  find(subject) {
    const { filled, parameters, identifiers, mode } = subject
    const sent = new Set([
      ...parameters.flatMap((parameter) => parameter.sent ?? []),
      ...filled.macros.map(({ value }) => value),
      ...filled.url.split(/[/?#]/).map(decoded),
    ])
    if (identifiers.some(({ kind, value }) => MATCHABLE.has(kind) && value !== '' && sent.has(value))) return []
    const unfilled = filled.macros.filter(({ value }) => value === null)
    const isUnfilled = ({ rawValue }: Parameter) => unfilled.some(({ name }) => rawValue.includes(`{${name}}`))
    if (unfilled.some(({ name }) => isClickIdName(name))) return []
    if (parameters.some((parameter) => asksForClick(parameter, subject) && isUnfilled(parameter))) return []
    const slots = parameters.filter((parameter) => parameter.sent && asksForClick(parameter, subject))
    const isFilled = filled.macros.some(({ name, value }) => value && isClickIdName(name))
    // Where the preset requires one, it is told as missing.
    if (slots.length === 0 && subject.preset?.params.some(({ kind, required }) => required && kind === 'click-id'))
      return []
    if (slots.length === 0 && !isFilled) return [noClickId(mode)]
    if (slots.some((slot) => identifiers.some(({ value }) => value === slot.sent))) return []
    if (identifiers.length === 0 && mode === 'live') return []
    const [slot] = slots
    return [slot ? otherClick(slot, subject) : warning('other-click', ...OTHER)]
  },
}

const OTHER = [
  'Its click ID is not one of this click',
  'To report this click, fill it from one of its identifiers.',
] as const

/** Whether a parameter is the one that a receiver finds the click by. */
export const asksForClick = ({ name }: Parameter, { preset }: Subject): boolean => {
  const kind = preset && parameterNamed(preset, name)?.kind
  // A tid is a click ID to one receiver, and a transaction to the next.
  return kind === undefined ? isClickIdName(name) : kind === 'click-id'
}

const noClickId = (mode: Subject['mode']): Problem =>
  error(
    'no-click-id',
    'There is no click ID in it',
    mode === 'live'
      ? 'Nothing can be matched without one: its sender has to put the click ID in.'
      : 'Nothing can be matched without one: add what your tracker asks for, such as cid={clickid}.',
  )

function otherClick(slot: Parameter, subject: Subject): Problem {
  const place = { start: slot.valueStart, end: slot.end }
  const value = thisClick(slot.name, subject)
  const more = slot.inUrl
    ? {
        place,
        ...(value !== undefined && {
          mend: { label: "Put this click's ID there", url: replaceIn(subject.template.url, place, value) },
        }),
      }
    : {}
  return warning('other-click', ...OTHER, more)
}
