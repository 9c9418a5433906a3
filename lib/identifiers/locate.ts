import type { Carried } from './carried.ts'
import { isWords } from './issued.ts'
import { isDamage, isInside, isPrintedNumber, type Likeness, likeness } from './likeness.ts'
import { macroIn } from './placeholder.ts'
import type { Reading } from './reading.ts'
import { bearsName, type Sighting, type Thread } from './thread.ts'

/** A shorter value stands inside others by chance. */
const LEAST_INSIDE = 6
/** Shorter words stand in paths by chance. */
const LEAST_WORDS = 12
/** A hostile URL has thousands of parameters; comparing each with each would take minutes. */
const MOST_COMPARED = 300

/** Finds the value itself, or the damaged value it was reduced to before. */
export function locateExact(thread: Thread, reading: Reading): Sighting | null {
  const { last } = thread
  // As a rule it stands as it stood on the hop before.
  if (last.shape === 'same' && last.where !== 'nested' && last.parameter !== null && reading.has(last.parameter))
    return last
  const whole = best(thread, reading.holding(thread.value))
  if (whole) return sighting(whole, 'same')
  if (last.value === thread.value || last.where === 'cookie') return null
  const again = best(thread, reading.holding(last.value))
  return again && sighting(again, last.shape)
}

/** What is known of a path where the value of one thread is looked for. */
export interface Known {
  /** Whether a value belongs to an identifier that is followed. */
  isClaimed(value: string): boolean
  /** Whether an earlier hop held a value, whatever it was. */
  isOld(value: string): boolean
  /** Comparisons of one value with another that the path has left. */
  budget: { left: number }
}

/** Finds the value in another form: encoded otherwise, inside a composite, or damaged. */
export function locateChanged(thread: Thread, reading: Reading, known: Known): Sighting | null {
  let found: Sighting | null = null
  let foundRank = 0
  const parameters = reading.parameters.slice(0, Math.min(MOST_COMPARED, known.budget.left))
  known.budget.left -= parameters.length
  for (const parameter of parameters) {
    const { value } = parameter
    if (value === '' || parameter.url !== null) continue
    const own = bearsName(thread, parameter)
    if (thread.isCommon && !own) continue
    // Taboola writes name and value into the fragment as one.
    const like = value === thread.name + thread.value ? 'recoded' : likeness(thread.value, value)
    if (like === null || (isDamage(like) && known.isClaimed(value))) continue
    if (!own && isChance(thread, parameter, like, known)) continue
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

/**
 * Whether a likeness under another name says nothing: words stand in many places (`s1=summer`, `utm_campaign=summer-sale`),
 * and a damaged value is only looked for in what is new.
 */
function isChance(thread: Thread, { value, name, entry }: Carried, like: Likeness, { isOld }: Known): boolean {
  if (!isDamage(like)) return thread.value.length < LEAST_INSIDE || (isWords(thread.value) && isOld(value))
  if (isOld(value) && !thread.trail.some((step) => step.value === value)) return true
  if (like === 'double-encoded' || like === 'plus-decoded') return false
  // Neighbouring numbers (ids counted up, times) differ in a digit and are not each other.
  const isOfOneLength = value.length === thread.value.length
  if (like === 'altered' && isOfOneLength && /^\d+$/.test(value) && !isPrintedNumber(thread.value, value)) return true
  // A number in a path is a product as a rule, not the end of `adset-1234`.
  if (name === '' && /^\d+$/.test(value) && !/^\d+$/.test(thread.value)) return true
  if (name === '') return isWords(value) && like !== 'case-changed' && value.length < LEAST_WORDS
  const isSlot = entry !== null && entry.kind !== 'campaign-tag' && entry.kind !== 'other'
  return !isSlot && isWords(value)
}

/** Finds another value under the identifier's name. */
export function locateReplacement(thread: Thread, reading: Reading): Carried | null {
  const { where } = thread.last
  for (const parameter of reading.parameters) {
    if (parameter.name === '' || parameter.value === '' || !bearsName(thread, parameter)) continue
    if (parameter.where !== 'nested') return parameter
    // A placeholder in a nested URL is a template for a later hop.
    if (where === 'nested' && macroIn(parameter.value) === null) return parameter
  }
  return null
}

const sighting = (parameter: Carried, shape: Sighting['shape']): Sighting => ({
  name: parameter.name,
  where: parameter.where,
  value: parameter.value,
  shape,
  parameter,
})

/** Of several places, the one it was in before, else the plainest. */
function best(thread: Thread, candidates: readonly Carried[]): Carried | null {
  let chosen: Carried | null = null
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
