import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { atRest } from '../../lib/browser/at-rest.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a tab is at rest when nothing was heard of it for a while, and says so once', () => {
  const run = vi.fn()
  const { heard } = atRest(200, run)
  heard(1)
  vi.advanceTimersByTime(150)
  heard(1)
  vi.advanceTimersByTime(199)
  expect(run).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1_000)
  expect(run.mock.calls).toEqual([[1]])
})

test('no tab waits for another', () => {
  const run = vi.fn()
  const { heard, has } = atRest(200, run)
  heard(1)
  vi.advanceTimersByTime(150)
  heard(2)
  vi.advanceTimersByTime(50)
  expect(run.mock.calls).toEqual([[1]])
  expect([has(1), has(2)]).toEqual([false, true])
})
