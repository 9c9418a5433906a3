import { describe, expect, test } from 'vitest'
import type { CaptureEvent } from '../../lib/model/capture-event.ts'
import { forgetOldest } from '../../lib/recording/forget.ts'
import { pathsOf } from '../../lib/recording/paths.ts'
import { seal } from '../../lib/recording/seal.ts'
import { pathsFrom, reduceAll, tell } from './reduce-all.ts'
import { afterRestart, storeAfter, withoutRestart } from './restart.ts'
import { firefoxStory, type Story, story } from './story.ts'
import { LANDING, OFFER, TRACKER } from './urls.ts'

/*
 * What waited for a worker that woke up comes after what happened next (see as-woken.ts). Each story is told as it
 * happened and as it was heard, and is the same.
 */

const isOf =
  (url: string, ...types: CaptureEvent['type'][]) =>
  (event: CaptureEvent) =>
    event.url === url && types.includes(event.type)

/** The events in the order in which they are heard when some of them come before all that had happened since an event. */
function first(told: Story, early: (event: CaptureEvent) => boolean, before = 0): CaptureEvent[] {
  const { events } = told
  const since = events.slice(before)
  return [...events.slice(0, before), ...since.filter(early), ...since.filter((event) => !early(event))]
}

describe.each([
  ['Chromium', story],
  ['Firefox', firefoxStory],
] as const)('in %s', (_, begin) => {
  test('the answer that ends a chain comes before its redirects', () => {
    const told = begin().typed(TRACKER).redirect(302, LANDING).redirect(302, OFFER).lands()
    for (let before = 0; before < 7; before++) {
      expect(tell({ events: first(told, isOf(OFFER, 'response-started'), before) })).toEqual(tell(told))
    }
  })

  test('a chain’s last request and its failure come before its redirects', () => {
    const told = begin().typed(TRACKER).redirect(302, LANDING).redirect(302, OFFER).fails()
    const early = isOf(OFFER, 'request-sent', 'request-failed')
    expect(tell({ events: first(told, early) })).toEqual(tell(told))
  })

  test('of a loop, each request has its own answer', () => {
    const told = begin().typed(TRACKER).redirect(302, LANDING).redirect(301, TRACKER).redirect(307, LANDING).lands()
    const late = told.events.findLastIndex(({ type }) => type === 'request-redirected')
    const heard = first(told, (event) => told.events.indexOf(event) >= late, 1)
    expect(pathsFrom({ events: heard })).toEqual(pathsFrom(told))
  })

  test('a page is there before the page that it came from', () => {
    const told = begin().typed(TRACKER).lands().script(OFFER).lands()
    expect(tell({ events: first(told, isOf(OFFER, 'navigation-committed'), 1) })).toEqual(tell(told))
  })

  test('a page’s word comes before all that is told of the page', () => {
    const told = begin().typed(TRACKER).lands().link(OFFER).lands()
    expect(tell({ events: first(told, isOf(OFFER, 'page-navigates')) })).toEqual(tell(told))
  })

  test('what a prefetch asked for does not fail with the click on the same link', () => {
    const told = begin().typed(TRACKER).lands().link(OFFER).bringsNoDocument().prefetches(OFFER)
    const prefetch = told.events.findLastIndex(({ type }) => type === 'request-sent')
    const heard = first(told, (event) => event === told.events[prefetch], 4)
    expect(tell({ events: heard })).toEqual(tell(told))
  })

  test('an address that the tab had shown before it went elsewhere and came back', () => {
    const told = begin().typed(LANDING).lands().typed(OFFER).lands().address('history', LANDING)
    expect(tell({ events: first(told, isOf(LANDING, 'address-changed'), 4) })).toEqual(tell(told))
  })

  test('an address set again and again, and heard in any order, is no hop', () => {
    const told = begin().typed(LANDING).lands().address('history', OFFER)
    const once = tell(told)
    told.address('history', OFFER).address('history', OFFER)
    expect(tell({ events: first(told, isOf(OFFER, 'address-changed')) })).toEqual(once)
  })
})

test('an address that a click asked for in vain is a hop, for the tab did not show it', () => {
  const told = story().typed(LANDING).lands().link(OFFER).bringsNoDocument().address('history', OFFER)
  expect(tell(told).at(-1)).toEqual([`typed 200 ${LANDING}`, `history – ${OFFER}`])
})

test('an address set again and again takes one record more, however often', () => {
  const told = story().typed(LANDING).lands()
  for (let n = 0; n < 50; n++) told.address('history', LANDING)
  expect(reduceAll(told.events).tabs.get(1)?.navigations.length).toBe(2)
})

test('what the page keeps stays with the page whose beginning comes late', () => {
  const { events } = firefoxStory().typed(LANDING).lands()
  const [last] = events.slice(-1)
  const page = { tabId: 1, url: LANDING, time: (last?.time ?? 0) + 50, kept: [], links: [] }
  const late = events.filter(({ type }) => type === 'navigation-begun')
  const heard = [
    ...events.filter((event) => !late.includes(event)),
    { type: 'page-inspected' as const, ...page },
    ...late,
  ]
  expect(pathsFrom({ events: heard })[0]?.landing?.url).toBe(LANDING)
})

test('what follows from a page that is forgotten still begins a path, though its commit comes late', () => {
  const told = story().typed(TRACKER).lands().script(LANDING).lands()
  const [commit] = told.events.slice(-1)
  const soFar = told.events.length - 1
  told.script(OFFER).lands()
  const forgetting = (events: CaptureEvent[]) => {
    const recording = reduceAll(told.events.slice(0, soFar))
    for (const tab of recording.tabs.values()) forgetOldest(tab)
    return pathsOf(reduceAll(events, recording))
  }
  const rest = told.events.slice(soFar)
  expect(forgetting([...rest.slice(1), ...(commit ? [commit] : [])])).toEqual(forgetting(rest))
  expect(forgetting(rest)[0]?.cut).toEqual({ hopsBefore: 1 })
})

test('what is sealed is left as it was', () => {
  const told = story().typed(TRACKER).lands().script(LANDING)
  const recording = reduceAll(told.events)
  seal(recording)
  const before = structuredClone(recording.tabs.get(1)?.navigations)
  reduceAll(told.lands().events.slice(-2), recording)
  expect(recording.tabs.get(1)?.navigations.slice(0, 2)).toEqual(before)
})

test('the store holds nothing of the navigations that were put together otherwise', () => {
  const told = story().typed(TRACKER).redirect(302, LANDING).lands().script(OFFER).lands()
  const heard = first(told, ({ time }) => time > (told.events[4]?.time ?? 0), 1)
  expect(Object.keys(storeAfter(heard))).toEqual(Object.keys(storeAfter(told.events)))
})

test('the store holds what is put together in a navigation that all was told of', () => {
  const told = story().typed(LANDING).lands().script(TRACKER).redirect(302, OFFER).lands()
  const heard = first(told, isOf(OFFER, 'request-sent'))
  const whole = withoutRestart(heard)
  for (let split = 0; split <= heard.length; split++) expect(afterRestart(heard, split)).toEqual(whole)
})
