import { expect, test } from 'vitest'
import { readSetCookie } from '../../lib/recording/set-cookie.ts'

test.each([
  ['click=abc', { name: 'click', value: 'abc' }],
  ['click=abc; Path=/; Secure; HttpOnly', { name: 'click', value: 'abc' }],
  [' click = abc ; Path=/', { name: 'click', value: 'abc' }],
  ['click=a=b=c', { name: 'click', value: 'a=b=c' }],
  ['click="abc"', { name: 'click', value: '"abc"' }],
  ['click=', { name: 'click', value: '' }],
  ['click=a%20b', { name: 'click', value: 'a%20b' }],
  ['click=abc; Domain=.Trk.Example', { name: 'click', value: 'abc', domain: 'trk.example' }],
  ['click=abc; domain = trk.example ', { name: 'click', value: 'abc', domain: 'trk.example' }],
  ['click=abc; domain=a.example; domain=b.example', { name: 'click', value: 'abc', domain: 'b.example' }],
  ['click=abc; domain', { name: 'click', value: 'abc' }],
  ['click=abc; domain=', { name: 'click', value: 'abc' }],
])('%j is read', (header, cookie) => {
  expect(readSetCookie(header)).toEqual(cookie)
})

test.each(['', ';', '=abc', ' =abc', 'abc', 'abc; Domain=trk.example'])('%j is ignored, as browsers do', (header) => {
  expect(readSetCookie(header)).toBeUndefined()
})

test('a value is cut at what browsers accept', () => {
  expect(readSetCookie(`click=${'x'.repeat(10_000)}`)?.value).toHaveLength(4096)
})
