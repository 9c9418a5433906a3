import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pathsOf } from '../../lib/recording/paths.ts'
import { anyStory } from './arbitrary.ts'
import { readFixtures } from './read-fixtures.ts'
import { afterRestart, withoutRestart } from './restart.ts'

describe('a worker that dies and comes back', () => {
  test('makes of a story what one makes that lived on, wherever it died', () => {
    fc.assert(
      fc.property(anyStory, ({ events }) => {
        const whole = withoutRestart(events)
        for (let split = 0; split <= events.length; split++) expect(afterRestart(events, split)).toEqual(whole)
      }),
      { numRuns: 60 },
    )
  })

  test('makes of it the same paths, with the same ids', () => {
    fc.assert(
      fc.property(anyStory, fc.nat(), ({ events }, at) => {
        expect(pathsOf(afterRestart(events, at % (events.length + 1)))).toEqual(pathsOf(withoutRestart(events)))
      }),
    )
  })

  test.each(readFixtures())('makes the same of what $browser told of $scenario', ({ events }) => {
    const whole = withoutRestart(events)
    for (let split = 0; split <= events.length; split++) expect(afterRestart(events, split)).toEqual(whole)
  })
})
