import { emptyRecording } from '../../lib/recording/recording.ts'
import { reduce } from '../../lib/recording/reduce.ts'
import { stored } from '../../lib/recording/restore.ts'
import type { Bench, Figure } from './bench.ts'
import { longPath, type RawEvent } from './long-path.ts'
import { median } from './median.ts'

const LENGTHS = [10, 100, 1_000] as const
const LIMIT_US = 30
/** Linear: an event of a long path costs no more than one of a short path, but for what the machine's caches do. */
const LIMIT_GROWTH = 1.5

/** Events taken for one figure, whatever the length of the path: enough to time. */
const EVENTS_A_ROUND = 6_000
const ROUNDS = 15

/** What a listener does with an event, up to what it hands to the store. */
export const recording: Bench = {
  name: 'recording',
  title: 'an event through normalise, reduce and serialise, by the length of its path (median of rounds)',
  async run(say) {
    const paths = LENGTHS.map((hops) => ({ hops, raw: longPath(hops), rounds: [] as number[] }))
    for (const { raw } of paths) timed(raw)
    // The lengths take turns, so that a busy moment of the machine falls on all of them.
    for (let round = 0; round < ROUNDS; round++) for (const path of paths) path.rounds.push(timed(path.raw))
    const figures = paths.map(({ hops, rounds, raw }): Figure => {
      say(`${hops} hops: ${rounds.map((us) => us.toFixed(1)).join(' ')} µs`)
      const note = `${raw.length} events; best round ${Math.min(...rounds).toFixed(1)}`
      return { name: `${hops} hops`, value: median(rounds), unit: 'µs an event', limit: LIMIT_US, note }
    })
    const [short, , long] = paths
    const ratios = long?.rounds.map((us, round) => us / (short?.rounds[round] ?? Number.NaN)) ?? []
    const growth: Figure = { name: '1000 hops against 10', value: median(ratios), unit: '×', limit: LIMIT_GROWTH }
    return [...figures, growth]
  },
}

/** @returns µs an event */
function timed(raw: readonly RawEvent[]): number {
  const repeats = Math.ceil(EVENTS_A_ROUND / raw.length)
  let bytes = 0
  const start = performance.now()
  for (let repeat = 0; repeat < repeats; repeat++) bytes += recordAll(raw)
  const ms = performance.now() - start
  if (bytes === 0) throw new Error('nothing was serialised')
  return (ms * 1000) / (repeats * raw.length)
}

function recordAll(raw: readonly RawEvent[]): number {
  const log = emptyRecording()
  let bytes = 0
  for (const event of raw) for (const key of reduce(log, event())) bytes += serialised(stored(log, key))
  return bytes
}

/** What is handed over as text is serialised. */
const serialised = (value: unknown): number =>
  typeof value === 'string' ? value.length : (JSON.stringify(value)?.length ?? 0)
