import { expect, test } from 'vitest'
import { isStrippedQuery } from '../../lib/recording/stripped-query.ts'

const FULL = 'https://lp.example/?a=1&fbclid=x&b=2'

test.each([
  'https://lp.example/?a=1&b=2',
  'https://lp.example/?b=2',
  'https://lp.example/?',
  'https://lp.example/',
  'https://lp.example/?a=1&b=2#part',
])('%s is what is left of the URL', (left) => {
  expect(isStrippedQuery(FULL, left)).toBe(true)
})

test.each([
  ['nothing was taken', FULL],
  ['a parameter was added', 'https://lp.example/?a=1&c=3'],
  ['a value was changed', 'https://lp.example/?a=2&b=2'],
  ['the order was changed', 'https://lp.example/?b=2&a=1'],
  ['the path is another', 'https://lp.example/x?a=1'],
  ['the host is another', 'https://offer.example/?a=1'],
  ['only the fragment is another', `${FULL}#part`],
])('%s', (_, other) => {
  expect(isStrippedQuery(FULL, other)).toBe(false)
})
