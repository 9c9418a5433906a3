import { clickTimeOf } from '../../identifiers/click-time.ts'
import { type Check, POSTBACKS } from './check.ts'
import { error, type Problem } from './problem.ts'

const DAY_MS = 86_400_000

/** A click that is older than its receiver takes conversions of. Its age is the ID's own, where it carries one, or the path's. */
export const age: Check = {
  modes: POSTBACKS,
  find({ parameters, path, lifespanDays, now }) {
    if (lifespanDays === undefined || now === undefined) return []
    for (const { name, sent, inUrl, valueStart, end } of parameters) {
      const at = sent === null ? null : clickTimeOf(name, sent)?.at
      if (at && now - at > lifespanDays * DAY_MS)
        return [tooOld(now - at, lifespanDays, inUrl ? { place: { start: valueStart, end } } : {})]
    }
    const started = path ? Date.parse(path.startedAt) : Number.NaN
    return now - started > lifespanDays * DAY_MS ? [tooOld(now - started, lifespanDays, {})] : []
  },
}

const tooOld = (ageMs: number, lifespanDays: number, more: Pick<Problem, 'place'>): Problem =>
  error(
    'click-too-old',
    `The click is ${Math.floor(ageMs / DAY_MS)} days old, and counts for ${lifespanDays}`,
    'The receiver has forgotten it, or refuses it: make a new click. If the offer counts longer, set its click lifespan.',
    more,
  )
