import { describe, expect, test } from 'vitest'
import { missingEvidence } from './missing-evidence.ts'
import { expectedLine, readFixtures, recordedLines } from './read-fixtures.ts'
import { pathsFrom } from './reduce-all.ts'

/*
 * What real browsers said, against what whoever made the walk says that it is (see record-fixtures.ts).
 */
const FIXTURES = readFixtures()

test.each(FIXTURES)('$browser: $scenario gives the paths that were walked', (fixture) => {
  const { paths, endless } = fixture.expected
  const found = pathsFrom(fixture).map((path, index) => {
    const lines = recordedLines(path, paths[index])
    return endless ? lines.slice(0, paths[index]?.length) : lines
  })
  expect(found).toEqual(paths.map((hops) => hops.map(expectedLine)))
})

test.each(FIXTURES)('$browser: $scenario lacks no evidence of a hop', (fixture) => {
  const paths = pathsFrom(fixture)
  expect(paths.flatMap(({ hops }) => missingEvidence(hops))).toEqual([])
  expect(paths.filter(({ cut }) => cut?.unheard)).toEqual([])
})

describe.each(FIXTURES.filter(({ expected }) => expected.endless))('$browser: $scenario', (fixture) => {
  const hops = pathsFrom(fixture).at(-1)?.hops ?? []

  test('is followed as far as the browser follows it: 20 redirects', () => {
    expect(hops.length).toBe(21)
  })

  test('ends in the error of a browser that gives up', () => {
    expect(hops.at(-1)?.error).toMatch(/REDIRECT/)
  })
})
