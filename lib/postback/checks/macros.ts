import { likeliestClickId } from '../choose-identifier.ts'
import { isClickIdName } from '../click-id-names.ts'
import type { FilledMacro } from '../fill.ts'
import { isUnreplaced } from '../foreign-macros.ts'
import { macrosIn } from '../macros.ts'
import type { Check } from './check.ts'
import { removeParameter } from './edit-url.ts'
import { error, type Problem, type Span } from './problem.ts'
import type { Subject } from './subject.ts'

/** Macros of ours that nothing fills, or that are filled with another macro. */
export const macros: Check = {
  modes: ['template'],
  find(subject) {
    const unique = [...new Map(subject.filled.macros.map((macro) => [macro.name, macro])).values()]
    return [
      ...unique.filter(({ value }) => value === null).map((macro) => unfilled(macro, subject)),
      ...unique.filter(({ value }) => value !== null && isUnreplaced(value)).map((macro) => unreplaced(macro, subject)),
    ]
  },
}

function firstPlace(name: string, { template }: Subject): Span | undefined {
  const first = macrosIn(template.url).find((macro) => macro.name === name)
  return first && { start: first.start, end: first.end }
}

function unfilled({ name, source }: FilledMacro, subject: Subject): Problem {
  const place = firstPlace(name, subject)
  if (source?.kind === 'secret') return emptySecret(name, place, subject)
  const missing =
    source?.kind === 'identifier'
      ? `This click has no ${source.name}. `
      : isClickIdName(name) && !likeliestClickId(subject.identifiers)
        ? 'This click carries no click ID. '
        : ''
  return error('unfilled-macro', `Nothing fills {${name}}`, `${missing}Choose an ID for it, or type a value.`, {
    macro: name,
    ...(place && { place }),
  })
}

function emptySecret(name: string, place: Span | undefined, { parameters, template }: Subject): Problem {
  const only = parameters.find(({ inUrl, rawValue }) => inUrl && rawValue === `{${name}}`)
  return error(
    'unfilled-secret',
    `The secret {${name}} is empty`,
    'Type it in: it is kept on this machine alone. If the receiver asks for none, take the parameter out.',
    {
      macro: name,
      ...(place && { place }),
      ...(only && { mend: { label: 'Take it out', url: removeParameter(template.url, only) } }),
    },
  )
}

function unreplaced({ name, value }: FilledMacro, subject: Subject): Problem {
  const place = firstPlace(name, subject)
  return error(
    'value-is-macro',
    `{${name}} is filled with ${value}, itself a placeholder`,
    'A system earlier in the path did not replace its macro. Mend it there, or type a value for this test.',
    { macro: name, ...(place && { place }) },
  )
}
