import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareUrls, isAsExpected } from '../../lib/postback/compare.ts'

const PB = 'https://trk.test/pb'
const told = (expected: string, live: string) =>
  Object.fromEntries(
    compareUrls(`${PB}?${expected}`, `${PB}?${live}`)
      .filter(({ part }) => part === 'parameter')
      .map(({ name, difference }) => [name, difference]),
  )

describe('a parameter of the live callback', () => {
  test.each([
    ['is the same', 'a=1', 'a=1', 'same'],
    ['has a value for the macro', 'a={clickid}', 'a=x9', 'filled'],
    ['has a value around which the rest stands', 'a=x-{clickid}-{n}!', 'a=x-1-2-3!', 'filled'],
    ['has a value for another system’s macro', 'a=%5Bclickid%5D', 'a=7', 'filled'],
    ['has nothing for the macro', 'a={clickid}', 'a=', 'changed'],
    ['lost what stood around the macro', 'a=x-{clickid}', 'a=9', 'changed'],
    ['is another', 'a=1', 'a=2', 'changed'],
    ['is in another case', 'a=Ab', 'a=ab', 'changed'],
    ['has the macro left in it', 'a={clickid}', 'a={clickid}', 'literal-macro'],
    ['has the macro left in it, encoded', 'a={clickid}', 'a=%7Bclickid%7D', 'literal-macro'],
    ['is encoded otherwise', 'a=x%20y', 'a=x+y', 'encoding'],
    ['is encoded twice', 'a=x%2By', 'a=x%252By', 'encoding'],
    ['is missing', 'a=1', '', 'missing'],
    ['is one too many', '', 'a=1', 'extra'],
    ['is one too many, and a macro', '', 'a={x}', 'literal-macro'],
  ])('%s', (_, expected, live, difference) => {
    expect(told(expected, live)).toEqual({ a: difference })
  })

  test('of a name that comes twice is paired in order', () => {
    expect(
      compareUrls(`${PB}?a=1&a=2`, `${PB}?a=1&a=3&a=4`)
        .filter(({ part }) => part === 'parameter')
        .map(({ difference }) => difference),
    ).toEqual(['same', 'changed', 'extra'])
  })

  test('may stand in another order', () => {
    expect(isAsExpected(compareUrls(`${PB}?a={x}&b=2`, `${PB}?b=2&a=1`))).toBe(true)
  })
})

test('scheme, host and path are compared as well', () => {
  const compared = compareUrls('https://trk.test/pb', 'http://trk2.test/p')
  expect(compared.map(({ part, difference }) => [part, difference])).toEqual([
    ['scheme', 'changed'],
    ['host', 'changed'],
    ['path', 'changed'],
  ])
  expect(isAsExpected(compared)).toBe(false)
})

test('no two texts make it throw, and a URL is as expected of itself unless a macro is left in it', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      compareUrls(a, b)
      const self = compareUrls(a, a)
      expect(self.every(({ difference }) => difference === 'same' || difference === 'literal-macro')).toBe(true)
    }),
  )
})
