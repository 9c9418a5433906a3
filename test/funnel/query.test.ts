import { expect, test } from 'vitest'
import { fieldsOf, passOn } from './query.ts'

const issue = () => 'issued-1'

test.each([
  ['keeps all', {}, 'a=1&b=%7e&c', 'a=1&b=%7e&c'],
  ['drops by name', { drop: ['b'] }, 'a=1&b=2&bb=3', 'a=1&bb=3'],
  ['drops all', { drop: 'all' as const }, 'a=1', ''],
  ['renames and keeps the value', { rename: { clickid: 's1' } }, 'clickid=x%20y', 's1=x%20y'],
  ['sets in place', { set: { gclid: 'new' } }, 'gclid=old&a=1', 'gclid=new&a=1'],
  ['adds what was not there', { set: { step: '2' } }, 'a=1', 'a=1&step=2'],
  ['issues a click ID over the one that came', { issue: 'clickid' }, 'clickid=old&a=1', 'a=1&clickid=issued-1'],
])('a hop that %s', (_, pass, raw, handedOn) => {
  expect(passOn(raw, pass, issue)).toBe(handedOn)
})

test('fields are decoded once, and a broken escape stays', () => {
  expect(fieldsOf('a=x+y%2B&b=%zz&c')).toEqual([
    ['a', 'x y+'],
    ['b', '%zz'],
    ['c', ''],
  ])
})
