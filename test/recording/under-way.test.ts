import { expect, test } from 'vitest'
import { isUnderWay } from '../../lib/recording/under-way.ts'
import { reduceAll } from './reduce-all.ts'
import { firefoxStory, type Story, story } from './story.ts'
import { AD, LANDING, OFFER, TRACKER } from './urls.ts'

const underWay = ({ events }: Story, later = 1_000) =>
  isUnderWay(reduceAll(events), 1, (events.at(-1)?.time ?? 0) + later)

test.each([
  ['while the first answer is awaited', () => story().typed(TRACKER)],
  ['between two redirects', () => story().typed(TRACKER).redirect(302, LANDING)],
  ['when the next page has begun', () => story().typed(AD).lands().script(LANDING)],
  ['while Firefox moves the document', () => firefoxStory().typed(AD).lands().link(OFFER).redirect(302, LANDING)],
])('a tab is under way %s', (_, told) => {
  expect(underWay(told())).toBe(true)
})

test.each([
  ['when its page is there', () => story().typed(TRACKER).lands()],
  ['when it failed', () => story().typed(TRACKER).fails()],
  [
    'when another program took it over',
    () => {
      const told = story().typed('demoapp://open')
      told.events.pop()
      return told.givenUp()
    },
  ],
  ['when it was answered by a download', () => story().typed(TRACKER).bringsNoDocument()],
  ['when its page moved inside itself', () => story().typed(TRACKER).lands().address('history', AD)],
  ['when a page was prefetched', () => story().typed(TRACKER).lands().prefetches(LANDING)],
  ['when its page announced what it never began', () => story().typed(TRACKER).lands().announces(LANDING)],
])('a tab is at rest %s', (_, told) => {
  expect(underWay(told())).toBe(false)
})

test('a document that does not come is not waited for for ever', () => {
  expect(underWay(story().typed(TRACKER), 60_000)).toBe(false)
})

test('a tab that nothing is known of is at rest', () => {
  expect(isUnderWay(reduceAll([]), 1, 0)).toBe(false)
})
