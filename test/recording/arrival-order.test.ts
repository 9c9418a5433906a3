import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyStory } from './arbitrary.ts'
import { interleave } from './interleave.ts'
import { expectedLine, readFixtures, recordedLines } from './read-fixtures.ts'
import { pathsFrom, tell } from './reduce-all.ts'

/** The longest that one API was seen to lag behind another, doubled: Firefox, a chain of pages that leave at once. */
const LATEST_MS = 500

/*
 * Neither browser promises an order between its APIs and the page's own words. Whatever came first, the paths are those
 * that were walked.
 */
describe.each(readFixtures())('$browser: $scenario', ({ events, expected: { paths, endless } }) => {
  test('gives the same paths however late each API is', () => {
    const expected = paths.map((hops) => hops.map(expectedLine))
    const lateness = fc.array(fc.integer({ min: 0, max: LATEST_MS }), {
      minLength: events.length,
      maxLength: events.length,
    })
    fc.assert(
      fc.property(lateness, (late) => {
        const found = pathsFrom({ events: interleave(events, late) }).map((path, index) => {
          const lines = recordedLines(path, paths[index])
          return endless ? lines.slice(0, paths[index]?.length) : lines
        })
        expect(found).toEqual(expected)
      }),
      { numRuns: 40 },
    )
  })
})

/** Above what one API lags behind another most of the time, and below the time between two steps of a story. */
const LATE_MS = 100

test('any story gives the same paths however late each API is', () => {
  fc.assert(
    fc.property(anyStory, fc.array(fc.integer({ min: 0, max: LATE_MS }), { maxLength: 80 }), (told, late) => {
      expect(tell({ events: interleave(told.events, late) })).toEqual(tell(told))
    }),
    { numRuns: 300 },
  )
})
