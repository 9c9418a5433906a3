import type { CaptureEvent } from '../../lib/model/capture-event.ts'
import type { Hop } from '../../lib/model/click-path.ts'
import { pathsOf } from '../../lib/recording/paths.ts'
import { prune } from '../../lib/recording/prune.ts'
import { restore, stored } from '../../lib/recording/restore.ts'
import { readFixtures } from '../recording/read-fixtures.ts'
import { storeAfter } from '../recording/restart.ts'
import type { Bench, Figure } from './bench.ts'
import { longPath } from './long-path.ts'

/** What a hop may cost: so many times its URL, and so much beside. */
const TIMES_URL = 1.5
const BESIDE = 300

interface Cost {
  bytes: number
  hops: number
  /** What the hops may cost together. */
  allowed: number
}

/** What storage holds of a click when it has come to rest, as JSON, keys and all. */
export const bytes: Bench = {
  name: 'bytes',
  title: `stored bytes a hop, against ${TIMES_URL} times its URL and ${BESIDE}`,
  async run(say) {
    const chains = [10, 100, 1_000].map((hops) => ({
      name: `${hops} hops, nine redirects a document`,
      ...costOf(longPath(hops).map((event) => event())),
    }))
    const walks = readFixtures().map(({ browser, scenario, events }) => ({
      name: `${browser} ${scenario}`,
      ...costOf(events),
    }))
    const byRatio = walks.toSorted((a, b) => b.bytes / b.allowed - a.bytes / a.allowed)
    for (const walk of byRatio.slice(0, 10)) say(`${walk.name}: ${Math.round(walk.bytes / walk.hops)} bytes a hop`)
    const [worst] = byRatio
    return [
      ...[...chains, { name: `${walks.length} recorded walks together`, ...sum(walks) }].map(figureOf),
      ...(worst ? [told(`the dearest walk: ${worst.name}`, worst)] : []),
    ]
  },
}

function costOf(events: readonly CaptureEvent[]): Cost {
  const store = storeAfter(events)
  const recording = restore(store)
  for (const key of prune(recording)) {
    const value = stored(recording, key)
    if (value === undefined) delete store[key]
    else store[key] = value
  }
  const hops = distinct(pathsOf(recording).flatMap((path) => path.hops))
  return {
    bytes: Object.entries(store).reduce((total, [key, value]) => total + key.length + JSON.stringify(value).length, 0),
    hops: hops.length,
    allowed: hops.reduce((total, { url }) => total + TIMES_URL * url.length + BESIDE, 0),
  }
}

/** Paths that branch share their first hops, and storage holds these once. */
const distinct = (hops: readonly Hop[]): Hop[] => [
  ...new Map(hops.map((hop) => [`${hop.tabId} ${hop.startedAt} ${hop.url}`, hop])).values(),
]

const sum = (costs: readonly Cost[]): Cost => ({
  bytes: costs.reduce((total, cost) => total + cost.bytes, 0),
  hops: costs.reduce((total, cost) => total + cost.hops, 0),
  allowed: costs.reduce((total, cost) => total + cost.allowed, 0),
})

const told = (name: string, cost: Cost): Figure => ({
  name,
  value: cost.bytes / cost.hops,
  unit: 'bytes a hop',
  note: `${cost.hops} hops; ${Math.round((100 * cost.bytes) / cost.allowed)} % of what is allowed`,
})

const figureOf = ({ name, ...cost }: Cost & { name: string }): Figure => ({
  ...told(name, cost),
  limit: cost.allowed / cost.hops,
})
