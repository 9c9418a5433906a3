import { beforeEach, expect, test, vi } from 'vitest'
import { watchView } from '../../lib/browser/watch-view.ts'
import { HEARD_KEY, heardKey, navigationKey } from '../../lib/recording/keys.ts'

const RECORD = navigationKey(1, 1)

/** A store's changes, as the browser tells them, and what is shown of them. */
function watching(ask: () => Promise<{ live?: boolean }> = async () => ({})) {
  const listeners = new Set<(changes: Record<string, unknown>) => void>()
  const show = vi.fn()
  const fail = vi.fn()
  const asked = vi.fn(ask)
  const end = watchView(
    asked,
    { addListener: (listener) => listeners.add(listener), removeListener: (listener) => listeners.delete(listener) },
    show,
    fail,
  )
  const change = (...keys: string[]) => {
    for (const listener of listeners) listener(Object.fromEntries(keys.map((key) => [key, {}])))
  }
  return { asked, show, fail, change, end, listeners }
}

let seen: ReturnType<typeof watching>
beforeEach(async () => {
  seen = watching()
  await vi.waitFor(() => expect(seen.show).toHaveBeenCalledTimes(1))
})

test('a record that changes is shown', async () => {
  seen.change(RECORD)
  await vi.waitFor(() => expect(seen.show).toHaveBeenCalledTimes(2))
})

test('what is only noted is not: its record is written in a moment', () => {
  seen.change(heardKey(7))
  expect(seen.asked).toHaveBeenCalledTimes(1)
})

test('a record that is written together with what was noted is shown', async () => {
  seen.change(HEARD_KEY, RECORD)
  await vi.waitFor(() => expect(seen.show).toHaveBeenCalledTimes(2))
})

test('a burst of changes is asked for twice: once for the first, once for all the others', async () => {
  for (let n = 0; n < 10; n++) seen.change(RECORD)
  await vi.waitFor(() => expect(seen.show).toHaveBeenCalledTimes(3))
  expect(seen.asked).toHaveBeenCalledTimes(3)
})

test('after its end nothing is shown', () => {
  seen.end()
  expect(seen.listeners.size).toBe(0)
})

test('a view that cannot be had is told, and the next change is looked at all the same', async () => {
  const failing = watching(vi.fn().mockRejectedValueOnce(new Error('no worker')).mockResolvedValue({}))
  await vi.waitFor(() => expect(failing.fail).toHaveBeenCalledTimes(1))
  failing.change(RECORD)
  await vi.waitFor(() => expect(failing.show).toHaveBeenCalledTimes(1))
})
