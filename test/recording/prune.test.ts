import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CaptureEvent } from '../../lib/model/capture-event.ts'
import type { RecordedPath } from '../../lib/model/click-path.ts'
import { navigationKey } from '../../lib/recording/keys.ts'
import { MAX_PATHS } from '../../lib/recording/limits.ts'
import { pathOfTab, pathsOf } from '../../lib/recording/paths.ts'
import { prune } from '../../lib/recording/prune.ts'
import { reduce } from '../../lib/recording/reduce.ts'
import { restore, stored } from '../../lib/recording/restore.ts'
import { anyStory } from './arbitrary.ts'
import { line, reduceAll } from './reduce-all.ts'
import { storeAfter } from './restart.ts'
import { firefoxStory, type Story, story } from './story.ts'
import { AD, LANDING, OFFER, TRACKER } from './urls.ts'

const lines = (paths: RecordedPath[]) => paths.map(({ hops }) => hops.map(line))

function afterPruning(told: Story): string[][] {
  const recording = reduceAll(told.events)
  prune(recording)
  return lines(pathsOf(recording))
}

const search = (n: number) => `https://shop.example/page-${n}`

describe('is forgotten:', () => {
  test('a page that was simply opened and left', () => {
    expect(afterPruning(story().typed(search(1)).lands().typed(search(2)).lands())).toEqual([
      [`typed 200 ${search(2)}`],
    ])
  })

  test('a page that only changed its own address', () => {
    const told = story().typed(search(1)).lands().address('history', search(2)).typed(AD).lands()
    expect(afterPruning(told)).toEqual([[`typed 200 ${AD}`]])
  })

  test('the oldest click when there are too many', () => {
    const told = story()
    for (let n = 0; n < MAX_PATHS + 3; n++) told.typed(`${TRACKER}&n=${n}`).lands()
    // The tab’s own click is kept beside them.
    expect(afterPruning(told).map(([first]) => first)[0]).toBe(`typed 200 ${TRACKER}&n=2`)
  })

  test('a navigation that another one overtook', () => {
    const recording = reduceAll(story().typed(AD).lands().link(OFFER).overtaken().link(LANDING).lands().events)
    expect(prune(recording)).toContain(navigationKey(1, 2))
  })

  test('a prefetch of long ago', () => {
    const recording = reduceAll(story().typed(AD).lands().prefetches(OFFER).wait(90_000).typed(LANDING).lands().events)
    expect(prune(recording)).toContain(navigationKey(1, 2))
  })
})

describe('is not known better once the page before it is forgotten:', () => {
  test('what asked for that page again and came to nothing', () => {
    const told = story().typed(search(1)).lands().reload().redirect(302, AD).bringsNoDocument().typed(search(2)).lands()
    expect(afterPruning(told)).toContainEqual([`unknown 302 ${search(1)}`, `http-redirect 204 ${AD}`])
  })

  test('what a PDF opened', () => {
    const told = story().typed(search(1)).lands({ mute: true }).opens(AD, 2, 'script').lands().inTab(1)
    expect(afterPruning(told.typed(search(2)).lands())).toContainEqual([`unknown 200 ${AD}`])
  })
})

describe('is kept:', () => {
  test.each([
    ['a click that carries an identifier', () => story().typed(TRACKER).lands()],
    ['a click that was redirected', () => story().typed(search(1)).redirect(302, search(2)).lands()],
    ['a click that a script led on', () => story().typed(search(1)).lands().script(search(2)).lands()],
  ])('%s, though its tab has gone on', (_, told) => {
    const before = lines(pathsOf(reduceAll(told().events)))
    expect(afterPruning(told().typed(AD).lands())).toEqual([...before, [`typed 200 ${AD}`]])
  })

  test('a prefetch of a moment ago: the person may come to it', () => {
    const recording = reduceAll(story().typed(AD).lands().prefetches(OFFER).link(LANDING).lands().events)
    expect(prune(recording)).not.toContain(navigationKey(1, 2))
  })
})

describe('of a tab that is still told of', () => {
  test('nothing goes, wherever another tab comes to rest: Firefox tells of both halves of a navigation before its requests', () => {
    const { events } = firefoxStory().typed(LANDING).lands().script(OFFER).lands({ otherProcess: true })
    const isOfRequest = (event: CaptureEvent) => 'requestId' in event && event.url === OFFER
    const told = [...events.filter((event) => !isOfRequest(event)), ...events.filter(isOfRequest)]
    for (const at of told.keys()) {
      const recording = reduceAll(told.slice(0, at))
      prune(recording, new Set([1]))
      reduceAll(told.slice(at), recording)
      expect(lines(pathsOf(recording))).toEqual([[`typed 200 ${LANDING}`, `script 200 ${OFFER}`]])
    }
  })

  test('a page that it left is kept, until all is told', () => {
    const recording = reduceAll(story().typed(search(1)).lands().typed(AD).lands().events)
    expect(prune(recording, new Set([1]))).toEqual([])
    expect(prune(recording, new Set([2]))).toContain(navigationKey(1, 1))
  })
})

describe('is kept, though nothing is to be followed in it:', () => {
  test('the page that a tab still shows', () => {
    const told = story().typed(search(1)).lands().typed(TRACKER).bringsNoDocument()
    expect(afterPruning(told)).toHaveLength(2)
  })
})

describe('once a page is forgotten', () => {
  test('a click on it is not taken for one on the page before', () => {
    const told = story().typed(TRACKER).lands().typed(search(1)).lands().link(LANDING).lands()
    expect(afterPruning(told)).toEqual([[`typed 200 ${TRACKER}`], [`link 200 ${LANDING}`]])
  })

  test('that a tab was opened for, the next one is not taken for it', () => {
    const told = story().typed(AD).lands().opens(search(1), 2).lands().typed(search(2)).lands()
    const recording = reduceAll(told.events)
    prune(recording)
    expect(pathOfTab(recording, 2)?.hops.map(line)).toEqual([`typed 200 ${search(2)}`])
  })
})

test('what a tab shows is the same before and after', () => {
  fc.assert(
    fc.property(anyStory, ({ events }) => {
      const recording = reduceAll(events)
      const tabs = [...recording.tabs.keys()]
      const before = tabs.map((tabId) => pathOfTab(recording, tabId)?.hops)
      prune(recording)
      expect(tabs.map((tabId) => pathOfTab(recording, tabId)?.hops)).toEqual(before)
    }),
  )
})

test('pruning twice forgets nothing more', () => {
  fc.assert(
    fc.property(anyStory, ({ events }) => {
      const recording = reduceAll(events)
      prune(recording)
      expect(prune(recording)).toEqual([])
    }),
  )
})

test('the keys that it names are those of what changed', () => {
  fc.assert(
    fc.property(anyStory, ({ events }) => {
      const recording = reduceAll(events)
      const store = storeAfter(events)
      for (const key of prune(recording)) store[key] = stored(recording, key)
      expect(pathsOf(restore(store))).toEqual(pathsOf(recording))
    }),
  )
})

test('a number is never given twice', () => {
  const recording = reduceAll(story().typed(search(1)).lands().typed(search(2)).lands().events)
  prune(recording)
  expect(reduce(recording, { type: 'navigation-begun', tabId: 1, time: 9e12, url: AD })).toEqual([navigationKey(1, 3)])
})
