import { type Damage, isDamage, likeness } from '../../identifiers/likeness.ts'
import type { Parameter } from '../../identifiers/parameter.ts'
import { type Reading, readHops } from '../../identifiers/reading.ts'
import { lastDocument } from '../../identifiers/trail.ts'
import type { Hop } from '../../model/click-path.ts'
import type { Place } from '../../model/identifier.ts'
import type { ProbeValue } from './make-probe.ts'

/** A hostile URL has thousands of parameters; comparing each with each would take minutes. */
const MOST_COMPARED = 300
/** Of one value on one hop, so many places are told of. */
const MOST_PLACES = 5

/** Where a test value turned up. */
export interface Landed {
  /** Index of the hop. */
  hop: number
  /** Empty in a path. */
  name: string
  where: Place
  /** As it stood there. */
  value: string
}

/** What became of a test value. */
export interface ProbeResult extends ProbeValue {
  /** `arrived`: whole, on the last document. `never-seen`: on no hop at all, not even the first. */
  outcome: 'arrived' | 'changed' | 'lost' | 'never-seen' | 'not-traced'
  /** Where on the last document; empty unless it arrived or is changed. */
  landed: Landed[]
  /** How it was changed. */
  change: Damage | 'recoded' | null
  /** Where it was last seen whole; null where it never was. */
  last: Landed | null
}

/**
 * Says of each test value where on a recorded path it arrived, under which names, and where it was last seen whole. The end
 * decides: the last document is the last hop that is no change of address within a page.
 */
export function probeReport(values: readonly ProbeValue[], hops: readonly Hop[]): ProbeResult[] {
  const readings = readHops(hops)
  const end = lastDocument(hops)
  return values.map((probe) => {
    const told = { ...probe, landed: [], change: null, last: null }
    if (!probe.traced) return { ...told, outcome: 'not-traced' }
    const seen = readings.map((reading) => reading.holding(probe.value))
    const whole = (seen[end] ?? []).slice(0, MOST_PLACES).map((parameter) => landedAt(parameter, end))
    if (whole.length > 0) return { ...told, outcome: 'arrived', landed: whole, last: whole[0] ?? null }
    const lastHop = seen.findLastIndex((found) => found.length > 0)
    const [there] = seen[lastHop] ?? []
    const last = there ? landedAt(there, lastHop) : null
    const changed = changedIn(probe, values, readings[end])
    if (!changed) return { ...told, outcome: last ? 'lost' : 'never-seen', last }
    return { ...told, outcome: 'changed', landed: [landedAt(changed.parameter, end)], change: changed.how, last }
  })
}

const landedAt = ({ name, where, value }: Parameter, hop: number): Landed => ({ hop, name, where, value })

function changedIn(probe: ProbeValue, values: readonly ProbeValue[], reading: Reading | undefined) {
  for (const parameter of reading?.parameters.slice(0, MOST_COMPARED) ?? []) {
    const how = likeness(probe.value, parameter.value)
    if (how === 'altered' && isAnothers(parameter.value, probe, values)) continue
    if (how === 'recoded' || isDamage(how)) return { parameter, how }
  }
  return undefined
}

/** Values of one probe are a letter or two apart: what is `sub2` to the letter is no `sub1` that was altered. */
const isAnothers = (seen: string, probe: ProbeValue, values: readonly ProbeValue[]): boolean =>
  values.some((other) => {
    const like = other === probe ? null : likeness(other.value, seen)
    return like !== null && like !== 'altered'
  })
