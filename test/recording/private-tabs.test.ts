import { expect, test } from 'vitest'
import { pathsOf } from '../../lib/recording/paths.ts'
import { forgetPrivate, notePrivate } from '../../lib/recording/private-tabs.ts'
import { restore, stored } from '../../lib/recording/restore.ts'
import { line, reduceAll } from './reduce-all.ts'
import { storeAfter } from './restart.ts'
import { type Story, story } from './story.ts'
import { AD, LANDING, OFFER, TRACKER } from './urls.ts'

/** What the store holds when the worker dies between the note and the end of the private windows. */
function storeAfterPrivate(told: Story, ...privateTabs: number[]): Record<string, unknown> {
  const store = storeAfter(told.events)
  const write = (recording: ReturnType<typeof restore>, keys: string[]) => {
    for (const key of keys) {
      const value = stored(recording, key)
      if (value === undefined) delete store[key]
      else store[key] = JSON.parse(JSON.stringify(value))
    }
  }
  const before = reduceAll(told.events)
  for (const tabId of privateTabs) write(before, notePrivate(before, tabId))
  const after = restore(store)
  write(after, forgetPrivate(after))
  return store
}

const lines = (store: Record<string, unknown>) => pathsOf(restore(store)).map(({ hops }) => hops.map(line))
const click = () => story().typed(TRACKER).redirect(302, LANDING).lands()

test('of private windows nothing is left when they are closed', () => {
  expect(storeAfterPrivate(click().opens(OFFER, 2).lands(), 1, 2)).toEqual({})
})

test('what happened in ordinary windows stays', () => {
  expect(lines(storeAfterPrivate(click().inTab(2).typed(AD).lands(), 1))).toEqual([[`typed 200 ${AD}`]])
})

test('of a click that went on in a private window the ordinary part stays', () => {
  const whole = click().opens(OFFER, 2).lands()
  expect(lines(storeAfterPrivate(whole, 2))).toEqual([[`typed 302 ${TRACKER}`, `http-redirect 200 ${LANDING}`]])
})
