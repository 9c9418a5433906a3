import { expect, test } from 'vitest'
import { closeTab } from '../../lib/recording/close-tab.ts'
import { tabKey } from '../../lib/recording/keys.ts'
import { pathsOf } from '../../lib/recording/paths.ts'
import { prune } from '../../lib/recording/prune.ts'
import { restore, stored } from '../../lib/recording/restore.ts'
import { line, reduceAll, tell } from './reduce-all.ts'
import { storeAfter } from './restart.ts'
import { type Story, story } from './story.ts'
import { LANDING, OFFER, TRACKER } from './urls.ts'

/** What the store holds once tabs were closed and what is not needed forgotten. */
function storeAfterClosing(told: Story, ...tabIds: number[]): Record<string, unknown> {
  const recording = reduceAll(told.events)
  const store = storeAfter(told.events)
  const changed = [...tabIds.flatMap((tabId) => closeTab(recording, tabId)), ...prune(recording)]
  for (const key of changed) {
    const value = stored(recording, key)
    if (value === undefined) delete store[key]
    else store[key] = value
  }
  return store
}

const plain = () => story().typed('https://plain.example/').lands()
const toldBy = (store: Record<string, unknown>) => pathsOf(restore(store)).map(({ hops }) => hops.map(line))

test('a plain page leaves nothing behind when its tab is closed', () => {
  expect(storeAfterClosing(plain(), 1)).toEqual({})
})

test('a plain page stays while its tab is open', () => {
  expect(toldBy(storeAfterClosing(plain()))).toEqual(tell(plain()))
})

test('a click stays though its tab is closed', () => {
  const told = story().typed(TRACKER).redirect(302, LANDING).lands()
  expect(toldBy(storeAfterClosing(told, 1))).toEqual(tell(told))
})

test('a click stays though the tab that it began in is closed, and the one that it went on in is not', () => {
  const told = story().typed(TRACKER).lands().opens(OFFER, 2).lands()
  expect(toldBy(storeAfterClosing(told, 1))).toEqual(tell(told))
})

test('what a closed tab opened keeps its cause', () => {
  const told = plain().opens(OFFER, 2).lands()
  expect(toldBy(storeAfterClosing(told, 1)).at(-1)).toEqual([`link 200 ${OFFER}`])
})

test('of a tab that nobody knows there is nothing to close', () => {
  expect(closeTab(reduceAll([]), 5)).toEqual([])
  expect(storeAfterClosing(plain(), 5)).not.toHaveProperty(tabKey(5))
})
