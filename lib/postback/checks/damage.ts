import type { Identifier } from '../../model/identifier.ts'
import { plainName } from '../click-id-names.ts'
import { identifierOf } from '../fill.ts'
import type { Check } from './check.ts'
import { MATCHABLE } from './click.ts'
import { info, type Problem, warning } from './problem.ts'

/** Whether a live postback could say what this one says. */
export const damage: Check = {
  modes: ['template'],
  find({ template, filled, identifiers, preset }) {
    const names = new Set(filled.macros.filter(({ source }) => source?.kind === 'identifier').map(({ name }) => name))
    return [...names].flatMap((macro) => {
      const identifier = identifierOf(macro, template, identifiers)
      if (!identifier) return []
      const meant = Object.hasOwn(template.mapping, macro) || preset?.clickIdNames?.includes(identifier.name) === true
      return damageOf(macro, identifier, meant)
    })
  },
}

/** @param meant that it is filled from this very identifier is no accident */
function damageOf(macro: string, { name, value, kind, outcome, trail }: Identifier, meant: boolean): Problem[] {
  if (!MATCHABLE.has(kind)) return []
  if (outcome === 'lost')
    return [
      warning(
        'id-lost',
        `${name} was lost on the way`,
        'This test sends it as issued. A live postback cannot send it: the offer never got it.',
        { macro },
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
        { macro },
      ),
    ]
  }
  if (kind === 'ad-click-id' && !meant && plainName(name) !== plainName(macro))
    return [
      info(
        'ad-click-id',
        `{${macro}} is filled with ${name}, an ad platform's click ID`,
        'Trackers look for the click ID they issued themselves.',
        { macro },
      ),
    ]
  return []
}

const cut = (value: string) => (value.length > 40 ? `${value.slice(0, 20)}…${value.slice(-18)}` : value)
