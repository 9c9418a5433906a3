import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pathsOf } from '../../lib/recording/paths.ts'
import type { Recording } from '../../lib/recording/recording.ts'
import { anyStory } from './arbitrary.ts'
import { asWoken, type Waking } from './as-woken.ts'
import { expectedLine, readFixtures, recordedLines } from './read-fixtures.ts'
import { pathsFrom, reduceAll, tell } from './reduce-all.ts'
import { afterRestart, withoutRestart } from './restart.ts'
import { TELLERS } from './teller.ts'

/*
 * A worker that is killed and wakes up hears what happened while it started after what happened next. Whatever it hears
 * first, the paths are those that were walked.
 */

/** The longest that a worker was seen to take to start on a machine that does much else. */
const START_MS = 300

/** The longest that what waited was seen to take to be handed over, doubled. */
const DIRECT_MS = 50

const anyWaking: fc.Arbitrary<Waking> = fc.record({
  at: fc.nat({ max: 60 }),
  startMs: fc.nat({ max: START_MS }),
  directMs: fc.integer({ min: 1, max: DIRECT_MS }),
  overtaking: fc.subarray([...TELLERS], { minLength: 1 }),
})

/** In a loop of redirects a request may hold the answer of the one before it until all is told. */
const OVERTAKEN_IN_A_LOOP: Waking = { at: 4, startMs: 245, directMs: 5, overtaking: ['webRequest', 'pages'] }

describe.each(readFixtures())('$browser: $scenario', ({ events, expected: { paths, endless } }) => {
  test('gives the same paths to a worker that was woken anywhere', () => {
    const expected = paths.map((hops) => hops.map(expectedLine))
    fc.assert(
      fc.property(anyWaking, (waking) => {
        const woken = asWoken(events, { ...waking, at: waking.at % events.length })
        const found = pathsFrom({ events: woken }).map((path, index) => {
          const lines = recordedLines(path, paths[index])
          return endless ? lines.slice(0, paths[index]?.length) : lines
        })
        expect(found).toEqual(expected)
      }),
      { numRuns: 60, examples: [[OVERTAKEN_IN_A_LOOP]] },
    )
  })
})

/** Each request, answer and document that a recording knows of. */
const factsIn = ({ tabs }: Recording): string[] =>
  [...tabs.values()]
    .flatMap(({ navigations }) => navigations)
    .flatMap(({ tabId, kind, requestId, legs, commit }) => [
      ...legs.map(({ url, sentAt, endedAt, status }) => `${tabId} ${requestId} ${url} ${sentAt} ${endedAt} ${status}`),
      ...(kind === 'document' && commit ? [`${tabId} ${commit.url} ${commit.at}`] : []),
    ])
    .sort()

describe('any story', () => {
  test('gives the same paths to a worker that was woken anywhere', () => {
    fc.assert(
      fc.property(anyStory, anyWaking, (told, waking) => {
        expect(tell({ events: asWoken(told.events, waking) })).toEqual(tell(told))
      }),
      { numRuns: 1_000 },
    )
  })

  test('loses and doubles no request, no answer and no document, though it is told in no order at all', () => {
    const inAnyOrder = anyStory.chain(({ events }) =>
      fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
    )
    fc.assert(
      fc.property(inAnyOrder, ([events, shuffled]) => {
        expect(factsIn(reduceAll(shuffled))).toEqual(factsIn(reduceAll(events)))
      }),
      { numRuns: 300 },
    )
  })

  test('gives the same paths to a worker that was woken, and killed again wherever it was', () => {
    fc.assert(
      fc.property(anyStory, anyWaking, ({ events }, waking) => {
        const woken = asWoken(events, waking)
        const whole = withoutRestart(woken)
        for (let split = 0; split <= woken.length; split++) expect(afterRestart(woken, split)).toEqual(whole)
        expect(pathsOf(whole).length).toBeGreaterThan(0)
      }),
      { numRuns: 150 },
    )
  })
})
