import { type Damage, isDamage, likeness } from '../../identifiers/likeness.ts'
import type { Parameter } from '../../identifiers/parameter.ts'
import { type Reading, readHops } from '../../identifiers/reading.ts'
import type { Hop } from '../../model/click-path.ts'
import type { Place } from '../../model/identifier.ts'
import type { ProbeValue } from './make-probe.ts'

/** A hostile URL has thousands of parameters; comparing each with each would take minutes. */
const MOST_COMPARED = 300

/** Where a test value turned up. */
export interface Landed {
  /** Index of the hop. */
  hop: number
  /** Empty in a path. */
  name: string
  where: Place
}

/** What became of a test value. */
export interface ProbeResult extends ProbeValue {
  /** `arrived`: whole, on the last document. `never-seen`: on no hop at all, not even the first. */
  outcome: 'arrived' | 'changed' | 'lost' | 'never-seen' | 'not-traced'
  /** Where on the last document; empty unless it arrived or is changed. */
  landed: Landed[]
  /** How it was changed. */
  change: Damage | 'recoded' | null
  /** The last hop that still had it whole; null where none had. */
  lastHop: number | null
}

/**
 * Says of each test value where on a recorded path it arrived, under which names, and where it was last seen whole. The end
 * decides: the last document is the last hop that is no change of address within a page.
 */
export function probeReport(values: readonly ProbeValue[], hops: readonly Hop[]): ProbeResult[] {
  const readings = readHops(hops)
  const end = hops.findLastIndex(({ cause }) => cause !== 'history' && cause !== 'fragment')
  return values.map((probe) => {
    if (!probe.traced) return { ...probe, outcome: 'not-traced', landed: [], change: null, lastHop: null }
    const seen = readings.map((reading) => reading.holding(probe.value))
    const lastHop = seen.findLastIndex((found) => found.length > 0)
    const whole = (seen[end] ?? []).map((parameter) => placeOf(parameter, end))
    if (whole.length > 0) return { ...probe, outcome: 'arrived', landed: whole, change: null, lastHop: end }
    const changed = changedIn(probe.value, readings[end])
    if (changed)
      return {
        ...probe,
        outcome: 'changed',
        landed: [placeOf(changed.parameter, end)],
        change: changed.how,
        lastHop: lastHop < 0 ? null : lastHop,
      }
    return {
      ...probe,
      outcome: lastHop < 0 ? 'never-seen' : 'lost',
      landed: [],
      change: null,
      lastHop: lastHop < 0 ? null : lastHop,
    }
  })
}

/** The probe that a path was walked with: the values are in its first URL. */
export const isPathOf = (values: readonly ProbeValue[], hops: readonly Hop[]): boolean =>
  values.some(({ traced, value }) => traced && hops[0]?.url.includes(value))

const placeOf = ({ name, where }: Parameter, hop: number): Landed => ({ hop, name, where })

function changedIn(value: string, reading: Reading | undefined) {
  for (const parameter of reading?.parameters.slice(0, MOST_COMPARED) ?? []) {
    const how = likeness(value, parameter.value)
    if (how === 'recoded' || isDamage(how)) return { parameter, how }
  }
  return undefined
}
