import { isInside, likeness } from './likeness.ts'
import type { Reading } from './reading.ts'

/** A hostile URL has thousands of parameters. */
const MOST_COMPARED = 300

/**
 * Whether a request carries a value, under whatever name and wherever: as it is, under a layer of encoding more or
 * fewer, as base64, or inside a composite. A damaged value is not carried.
 */
export function carriesValue(reading: Reading, value: string): boolean {
  if (reading.holding(value).length > 0) return true
  const isLike = reading.parameters.slice(0, MOST_COMPARED).some((parameter) => {
    const like = likeness(value, parameter.value)
    return like === 'recoded' || like === 'double-encoded'
  })
  return isLike || reading.base64Texts.some(({ text }) => isInside(value, text))
}
