import { expect, test } from 'vitest'
import { isRecordingKey, navigationKey, readKey, tabKey } from '../../lib/recording/keys.ts'

test('a tab’s key says which tab', () => {
  expect(readKey(tabKey(7))).toEqual({ tabId: 7 })
})

test('a navigation’s key says which one', () => {
  expect(readKey(navigationKey(7, 12))).toEqual({ tabId: 7, number: 12 })
})

test('both belong to the recording', () => {
  expect([tabKey(7), navigationKey(7, 12)].every(isRecordingKey)).toBe(true)
})

test.each(['templates', 'attempt:rec:7', 'rec', 'recx:7', ''])('%j is none of the recording’s', (key) => {
  expect([isRecordingKey(key), readKey(key)]).toEqual([false, undefined])
})

test.each(['rec:', 'rec:x', 'rec:7:', 'rec:7:x', 'rec:7:1:2', 'rec:1e3', 'rec:7.5', 'rec:7\n'])(
  '%j cannot be read',
  (key) => {
    expect(readKey(key)).toBeUndefined()
  },
)
