import { parseEvidence } from '../../lib/evidence/parse.ts'
import { judge } from '../../lib/findings/judge.ts'
import type { Hop, RecordedPath } from '../../lib/model/click-path.ts'
import { VALUES } from '../labelled/values.ts'
import type { Bench, Figure } from './bench.ts'
import { median } from './median.ts'

const HOPS = 10
const LENGTHS = [10, 100, 1_000] as const
/** Paths judged for one timing: enough to be timed. */
const PATHS_A_ROUND = 200
const ROUNDS = 60
const WARM_UP = 20
/** What the whole analysis may cost, in times of what reading the same URLs with the platform's own means costs. */
const LIMIT_RATIO = 4
/** A hop of a long path may cost no more than one of a short path, but for what the machine's caches do. */
const LIMIT_GROWTH = 1.5

/** Twelve identifiers as one ad's URL has them: click IDs of a platform and of a tracker, sub-IDs, tags. */
const IDENTIFIERS = Object.entries({
  fbclid: VALUES.fbclid,
  clickid: VALUES.click,
  gclid: VALUES.gclid,
  sub1: VALUES.sub,
  sub2: VALUES.sub2,
  sub3: VALUES.hex,
  aff_sub: VALUES.uuid,
  transaction_id: VALUES.tune,
  utm_source: 'facebook',
  utm_medium: 'paid-social',
  utm_campaign: 'spring_launch_2026_prospecting',
  utm_content: 'video-15s-v3',
} as Record<string, string>)

/** On the day of the click that the gclid tells: a fresh one. */
const CLICKED_AT = Date.UTC(2023, 10, 2, 12)

/**
 * Every path has values of its own, as every click has.
 *
 * @param isAdding whether each hop adds a parameter of its own
 */
export function clickPath(hops: number, click: number, isAdding = false): RecordedPath {
  const query = IDENTIFIERS.map(([name, value]) => `${name}=${encodeURIComponent(value + (click % 977))}`).join('&')
  return {
    id: `path-${click}`,
    startedAt: '2026-11-21T09:00:00.000Z',
    hops: Array.from(
      { length: hops },
      (_, index): Hop => ({
        index,
        url: `https://t${index % 40}.tracker.example/c/${index}/go?${query}${isAdding ? `&h=${index}` : ''}`,
        cause: index === 0 ? 'typed' : 'http-redirect',
        tabId: 1,
        method: 'GET',
        status: index + 1 < hops ? 302 : 200,
        error: null,
        fromCache: false,
        startedAt: CLICKED_AT + index * 40,
        durationMs: 38,
      }),
    ),
  }
}

/** What the platform's own means take: each URL parsed, each parameter read. */
export function readPlainly({ hops }: RecordedPath): number {
  let read = 0
  for (const { url } of hops) for (const [name, value] of new URL(url).searchParams) read += name.length + value.length
  return read
}

/** Milliseconds that a call takes for each path of a round. */
function time(paths: readonly RecordedPath[], work: (path: RecordedPath) => unknown): number {
  const start = performance.now()
  for (const path of paths) work(path)
  return (performance.now() - start) / paths.length
}

/** Seconds from the text of an evidence document of a thousand paths to all their verdicts. */
function documentSeconds(): number {
  const text = JSON.stringify({ paths: Array.from({ length: 1_000 }, (_, click) => clickPath(HOPS, click)) })
  const start = performance.now()
  parseEvidence(text)
  return (performance.now() - start) / 1_000
}

export const analysis: Bench = {
  name: 'analysis',
  title: 'What it costs to judge a path',
  async run(say) {
    const figures = [false, true].flatMap((isAdding): Figure[] => {
      const paths = Array.from({ length: PATHS_A_ROUND }, (_, click) => clickPath(HOPS, click, isAdding))
      const rounds = Array.from({ length: ROUNDS }, () => {
        // In turn, so that what else the machine does falls on both.
        const plain = time(paths, readPlainly)
        const judged = time(paths, judge)
        return { plain, judged, ratio: judged / plain }
      }).slice(WARM_UP)
      const middle = (key: 'plain' | 'judged' | 'ratio') => median(rounds.map((round) => round[key]))
      const note = `${(middle('judged') * 1000).toFixed(0)} µs for ${(middle('plain') * 1000).toFixed(0)} µs of new URL() and searchParams`
      const what = isAdding ? 'each hop adds a parameter' : 'the query passed on whole'
      return [{ name: `10 hops, ${what}`, value: middle('ratio'), unit: '×', limit: LIMIT_RATIO, note }]
    })
    say(
      `${PATHS_A_ROUND} paths of ${HOPS} hops with ${IDENTIFIERS.length} identifiers, ${ROUNDS - WARM_UP} rounds each`,
    )
    const perHop = LENGTHS.map((hops) => {
      const long = Array.from({ length: Math.max(1, 1_000 / hops) }, (_, click) => clickPath(hops, click))
      const turns = Array.from({ length: 9 }, () => time(long, judge) / hops)
      return { hops, cost: median(turns) * 1000 }
    })
    for (const { hops, cost } of perHop)
      figures.push({ name: `judging a hop of a path of ${hops}`, value: cost, unit: 'µs' })
    const growth = (perHop.at(-1)?.cost ?? Number.NaN) / (perHop[0]?.cost ?? Number.NaN)
    figures.push({ name: 'a hop of 1,000, in times of a hop of 10', value: growth, unit: '×', limit: LIMIT_GROWTH })
    figures.push({ name: 'a document of a thousand such paths', value: documentSeconds(), unit: 's', limit: 2 })
    return figures
  },
}
