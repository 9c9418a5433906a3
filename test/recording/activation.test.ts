import { expect, test } from 'vitest'
import { pathsOf } from '../../lib/recording/paths.ts'
import { prune } from '../../lib/recording/prune.ts'
import { readFixtures } from './read-fixtures.ts'
import { line, pathsFrom, reduceAll } from './reduce-all.ts'

/*
 * Chrome rendered a page ahead, and the person came to it some time later: what was asked for then is the hop's answer.
 */
const events = readFixtures().find(({ scenario }) => scenario === 'prerender-activated')?.events ?? []
const clickAt = events.findIndex(({ type }) => type === 'page-navigates')

/** The same, by somebody who looked at the page for longer. */
const after = (ms: number) => ({
  events: events.map((event, at) => (at < clickAt ? event : { ...event, time: event.time + ms })),
})
const answers = (told: ReturnType<typeof after>) =>
  pathsFrom(told).map(({ hops }) => hops.map(({ cause, status }) => `${cause} ${status}`))

test.each([0, 45_000, 300_000])('the hop has its answer when the click comes %d ms later', (ms) => {
  expect(answers(after(ms))).toEqual([['typed 200', 'link 200']])
})

test('what was rendered ahead is still known when the recording was pruned before the click', () => {
  const told = after(45_000)
  const recording = reduceAll(told.events.slice(0, clickAt))
  prune(recording)
  const later = reduceAll(told.events.slice(clickAt), recording)
  expect(pathsOf(later).map(({ hops }) => hops.map(line))).toEqual(
    pathsFrom(after(0)).map(({ hops }) => hops.map(line)),
  )
})

test('the same page out of the memory of pages is not what was rendered ahead', () => {
  const told = after(45_000)
  const back = told.events.map((event, at) =>
    event.type === 'navigation-committed' && at > clickAt ? { ...event, qualifiers: ['forward_back'] } : event,
  )
  expect(answers({ events: back }).at(-1)?.at(-1)).toMatch(/null$/)
})
