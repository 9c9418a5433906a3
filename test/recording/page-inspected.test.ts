import { expect, test } from 'vitest'
import type { PageInspected } from '../../lib/model/capture-event.ts'
import { pathOfTab } from '../../lib/recording/paths.ts'
import { reduce } from '../../lib/recording/reduce.ts'
import { restore, stored } from '../../lib/recording/restore.ts'
import { reduceAll } from './reduce-all.ts'
import { type Story, story } from './story.ts'
import { AD, LANDING, OFFER } from './urls.ts'

const word = (url: string, time = 9e12): PageInspected => ({
  type: 'page-inspected',
  tabId: 1,
  time,
  url,
  kept: [{ where: 'cookie', name: '_fbc', value: 'fb.1.2.x' }],
  links: [{ how: 'link', url: OFFER }],
})

/** What the path of tab 1 says of its last page after this word. */
function landingAfter({ events }: Story, ...words: PageInspected[]) {
  const recording = reduceAll(events)
  const keys = words.flatMap((each) => reduce(recording, each))
  return { landing: pathOfTab(recording, 1)?.landing, keys, recording }
}

const landed = () => story().typed(AD).redirect(302, LANDING).lands()

test('a page’s word is kept with its document, in the store too', () => {
  const { landing, keys, recording } = landingAfter(landed(), word(LANDING))
  expect(landing).toMatchObject({ at: 9e12, url: LANDING, links: [{ url: OFFER }] })
  expect(keys).toHaveLength(1)
  const items = Object.fromEntries(keys.map((key) => [key, JSON.parse(JSON.stringify(stored(recording, key)))]))
  expect(pathOfTab(restore(items), 1)?.landing).toEqual(landing)
})

test('the newest word counts', () => {
  expect(landingAfter(landed(), word(LANDING, 1), word(LANDING, 2)).landing?.at).toBe(2)
})

test('a page that changed its own address speaks under the new one', () => {
  const tidied = `${LANDING}#step-2`
  expect(landingAfter(landed().address('history', tidied), word(tidied)).landing?.url).toBe(tidied)
})

test('the word of a page that was left meanwhile is nobody’s', () => {
  const { landing, keys } = landingAfter(landed().link(OFFER).lands(), word(LANDING))
  expect(landing).toBeUndefined()
  expect(keys).toEqual([])
})

test('a path that goes on leaves the word of the page before behind', () => {
  const told = landed()
  const recording = reduceAll(told.events)
  reduce(recording, word(LANDING))
  const before = told.events.length
  for (const event of told.link(OFFER).lands().events.slice(before)) reduce(recording, event)
  expect(pathOfTab(recording, 1)?.hops.at(-1)?.url).toBe(OFFER)
  expect(pathOfTab(recording, 1)?.landing).toBeUndefined()
})
