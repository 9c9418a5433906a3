import type { Identifier, IdentifierKind } from '../model/identifier.ts'
import type { PostbackTemplate } from '../model/postback.ts'
import { isClickIdName, plainName } from './click-id-names.ts'
import { type FilledPostback, identifierOf } from './fill.ts'
import { error, info, type Problem, warning } from './problem.ts'
import { decoded, queryFields } from './query-fields.ts'

/** Kinds a receiver can find a click by. */
const MATCHABLE: ReadonlySet<IdentifierKind> = new Set([
  'tracker-click-id',
  'affiliate-click-id',
  'ad-click-id',
  'sub-id',
])

/** Whether the postback reports this click, and whether a live one could. */
export function lintClick(
  template: PostbackTemplate,
  filled: FilledPostback,
  identifiers: readonly Identifier[],
): Problem[] {
  return [...clickIdProblems(filled, identifiers), ...damageProblems(template, filled, identifiers)]
}

/** An unfilled macro that asks for the click ID is told as such, and not a second time here. */
function clickIdProblems({ url, macros }: FilledPostback, identifiers: readonly Identifier[]): Problem[] {
  const fields = queryFields(url)
  const sent = new Set([
    ...fields.map(({ value }) => value),
    ...macros.map(({ value }) => value),
    ...url.split(/[/?#]/).map(decoded),
  ])
  if (identifiers.some(({ kind, value }) => MATCHABLE.has(kind) && value !== '' && sent.has(value))) return []
  if (macros.some(({ name, value }) => value === null && isClickIdName(name))) return []
  const slots = [...fields, ...macros].filter(({ name, value }) => value && isClickIdName(name))
  if (slots.length === 0)
    return [
      error(
        'no-click-id',
        'There is no click ID in it',
        'Nothing can be matched without one: add what your tracker asks for, such as cid={clickid}.',
      ),
    ]
  if (slots.some(({ value }) => identifiers.some((identifier) => identifier.value === value))) return []
  return [
    warning(
      'other-click',
      'Its click ID is not one of this click',
      'To report this click, fill it from one of its identifiers.',
    ),
  ]
}

function damageProblems(
  template: PostbackTemplate,
  { macros }: FilledPostback,
  identifiers: readonly Identifier[],
): Problem[] {
  const names = new Set(macros.filter(({ source }) => source?.kind === 'identifier').map(({ name }) => name))
  return [...names].flatMap((macro) => {
    const identifier = identifierOf(macro, template, identifiers)
    const chosen = Object.hasOwn(template.mapping, macro)
    return identifier ? damage(macro, identifier, chosen) : []
  })
}

function damage(macro: string, { name, value, kind, outcome, trail }: Identifier, chosen: boolean): Problem[] {
  if (!MATCHABLE.has(kind)) return []
  if (outcome === 'lost')
    return [
      warning(
        'id-lost',
        `${name} was lost on the way`,
        'This test sends it as issued. A live postback cannot send it: the offer never got it.',
        macro,
      ),
    ]
  if (outcome === 'altered') {
    const arrived = trail.findLast((step) => step.value !== undefined)?.value
    const seen = arrived === undefined || arrived === value ? '' : ` (${cut(arrived)} for ${cut(value)})`
    return [
      warning(
        'id-altered',
        `${name} arrived changed${seen}`,
        'This test sends it as issued. A live postback would send what arrived, and match nothing.',
        macro,
      ),
    ]
  }
  if (kind === 'ad-click-id' && !chosen && plainName(name) !== plainName(macro))
    return [
      info(
        'ad-click-id',
        `{${macro}} is filled with ${name}, an ad platform's click ID`,
        'Trackers look for the click ID they issued themselves.',
        macro,
      ),
    ]
  return []
}

const cut = (value: string) => (value.length > 40 ? `${value.slice(0, 20)}…${value.slice(-18)}` : value)
