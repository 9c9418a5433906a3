import { likeness } from '../../identifiers/likeness.ts'
import type { Identifier } from '../../model/identifier.ts'
import { encodeValue } from '../fill.ts'
import { type Check, POSTBACKS } from './check.ts'
import { asksForClick, MATCHABLE } from './click.ts'
import { replaceIn } from './edit-url.ts'
import { error, type Problem } from './problem.ts'
import { clickMacro } from './this-click.ts'

const DAMAGE_WORDS = {
  truncated: 'cut short',
  'case-changed': 'in another case',
  'double-encoded': 'encoded once more',
  'plus-decoded': 'with + and space exchanged',
  altered: 'with characters changed',
  recoded: 'in another encoding',
}

/** A postback asks for the click ID in one parameter, or in a few; a hostile one in thousands. */
const MOST_ASKING = 20
/** A hostile path has thousands of identifiers; comparing with each would take long. */
const MOST_COMPARED = 200
/** No click ID is longer. */
const MOST_CHARACTERS = 2_000

/** A click ID that is this click's, but for what happened to it on the way. Says more than `other-click`, and stands for it. */
export const damagedId: Check = {
  modes: POSTBACKS,
  find(subject) {
    const { parameters, identifiers, template, mode } = subject
    const asking = parameters.filter((parameter) => asksForClick(parameter, subject)).slice(0, MOST_ASKING)
    return asking.flatMap((parameter): Problem[] => {
      const { name, sent, inUrl, valueStart, end } = parameter
      if (!sent || sent.length > MOST_CHARACTERS) return []
      const whole = damaged(sent, identifiers)
      if (!whole) return []
      const place = { start: valueStart, end }
      const value = mode === 'template' ? clickMacro(name, subject) : encodeValue(whole.identifier.value)
      return [
        error(
          'click-id-damaged',
          `The value of ${name} is this click's ${whole.identifier.name}, ${DAMAGE_WORDS[whole.how]}`,
          'It matches no click. Look for what changed it on its way: a short column, a lower-casing, an encoding too many.',
          {
            ...(inUrl && {
              place,
              mend: { label: "Put this click's ID there", url: replaceIn(template.url, place, value) },
            }),
          },
        ),
      ]
    })
  },
}

function damaged(value: string, identifiers: readonly Identifier[]) {
  const matchable = identifiers.filter(({ kind }) => MATCHABLE.has(kind)).slice(0, MOST_COMPARED)
  if (matchable.some((identifier) => identifier.value === value)) return undefined
  for (const identifier of matchable) {
    const how = likeness(identifier.value, value)
    if (how !== null && how !== 'same') return { identifier, how }
  }
  return undefined
}
