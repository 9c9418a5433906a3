import { isDamage, isInside, likeness } from './likeness.ts'
import type { Parameter } from './parameter.ts'
import { macroIn } from './placeholder.ts'
import type { Reading } from './reading.ts'
import { bearsName, type Sighting, type Thread } from './thread.ts'

/** A shorter value stands inside others by chance. */
const LEAST_INSIDE = 6
/** A hostile URL has thousands of parameters; comparing each with each would take minutes. */
const MOST_COMPARED = 300

/** Finds the value itself, or the damaged value it was reduced to before. */
export function locateExact(thread: Thread, reading: Reading): Sighting | null {
  const whole = best(thread, reading.holding(thread.value))
  if (whole) return sighting(whole, 'same')
  if (thread.last.value === thread.value || thread.last.where === 'cookie') return null
  const again = best(thread, reading.holding(thread.last.value))
  return again && sighting(again, thread.last.shape)
}

/**
 * Finds the value in another form: encoded otherwise, inside a composite, or damaged. Under another name a damaged value
 * counts only where the identifier was there one hop before and the parameter is new.
 *
 * @param isClaimed whether a value belongs to an identifier that is known
 */
export function locateChanged(
  thread: Thread,
  reading: Reading,
  before: Reading | undefined,
  isClaimed: (value: string) => boolean,
): Sighting | null {
  let found: Sighting | null = null
  let foundRank = 0
  for (const parameter of reading.parameters.slice(0, MOST_COMPARED)) {
    const { value } = parameter
    if (value === '' || parameter.url !== null) continue
    const own = bearsName(thread, parameter)
    if (thread.isCommon && !own) continue
    const like = likeness(thread.value, value)
    if (like === null || (isDamage(like) && isClaimed(value))) continue
    if (!own) {
      if (like === 'recoded' && thread.value.length < LEAST_INSIDE) continue
      if (isDamage(like)) {
        if (!thread.isThere || parameter.name === '' || before?.holding(value).length) continue
        // Neighbouring numbers (ids counted up, times) differ in a digit and are not each other.
        if (like === 'altered' && /^\d+$/.test(value)) continue
      }
    }
    const rank = (isDamage(like) ? 0 : 4) + (own ? 2 : 0) + (parameter.where === 'nested' ? 0 : 1)
    if (found !== null && rank <= foundRank) continue
    const shape = like === 'recoded' || like === 'double-encoded' ? like : 'damaged'
    found = sighting(parameter, shape)
    foundRank = rank
  }
  if (found?.shape === 'recoded' || thread.isCommon || thread.value.length < LEAST_INSIDE) return found
  const packed = reading.base64Texts.find(({ text }) => isInside(thread.value, text))
  return packed ? sighting(packed.parameter, 'recoded') : found
}

/** Finds another value under the identifier's name. */
export function locateReplacement(thread: Thread, reading: Reading): Parameter | null {
  const { where } = thread.last
  for (const parameter of reading.parameters) {
    if (parameter.name === '' || parameter.value === '' || !bearsName(thread, parameter)) continue
    if (parameter.where !== 'nested') return parameter
    // A placeholder in a nested URL is a template for a later hop.
    if (where === 'nested' && macroIn(parameter.value) === null) return parameter
  }
  return null
}

const sighting = (parameter: Parameter, shape: Sighting['shape']): Sighting => ({
  name: parameter.name,
  where: parameter.where,
  value: parameter.value,
  shape,
  parameter,
})

/** Of several places, the one it was in before, else the plainest. */
function best(thread: Thread, candidates: readonly Parameter[]): Parameter | null {
  let chosen: Parameter | null = null
  let highest = -1
  for (const parameter of candidates) {
    if (thread.isCommon && (parameter.name === '' || !bearsName(thread, parameter))) continue
    const { last } = thread
    const rank =
      (parameter.where === 'nested' ? 0 : 8) +
      (parameter.name === last.name ? 4 : 0) +
      (parameter.where === last.where ? 2 : 0) +
      (parameter.name === thread.name ? 1 : 0)
    if (rank <= highest) continue
    chosen = parameter
    highest = rank
  }
  return chosen
}
