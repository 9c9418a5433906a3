import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { Recorder } from '../../lib/browser/recorder.ts'
import type { Store } from '../../lib/browser/store.ts'
import type { CaptureEvent } from '../../lib/model/capture-event.ts'
import { heardIn } from '../../lib/recording/heard.ts'
import { HEARD_KEY } from '../../lib/recording/keys.ts'
import { makeRoom } from '../../lib/recording/make-room.ts'
import { pathsOf } from '../../lib/recording/paths.ts'
import { recordsIn, restore } from '../../lib/recording/restore.ts'
import { anyStory } from './arbitrary.ts'
import { MemoryStore } from './memory-store.ts'
import { readFixtures } from './read-fixtures.ts'
import { line, pathsFrom, reduceAll, tell } from './reduce-all.ts'
import { story } from './story.ts'
import { LANDING, TRACKER } from './urls.ts'

const recorderOf = (store: Store) => new Recorder({ store, onChange: () => {}, roomMaker: async () => makeRoom })

/** What a store held at a moment: all that is left of a worker that is killed then. */
async function copyOf(store: MemoryStore): Promise<MemoryStore> {
  const copy = new MemoryStore()
  await copy.set(await store.get(null))
  return copy
}

const linesIn = async (store: Store) => pathsOf(restore(await store.get(null))).map(({ hops }) => hops.map(line))

const isNote = (items: Record<string, unknown>) => Object.keys(items).every((key) => key === HEARD_KEY)

/** Records events one close on the other, and looks into the store in the tick of each. */
async function inTheTickOfEach(
  events: readonly CaptureEvent[],
  look: (store: MemoryStore, heard: CaptureEvent[]) => Promise<void>,
): Promise<void> {
  const store = new MemoryStore()
  const recorder = recorderOf(store)
  for (const [index, event] of events.entries()) {
    await recorder.record(event)
    await look(store, events.slice(0, index + 1))
  }
}

describe('a worker that is killed in the very tick in which it heard something', () => {
  test('leaves all that it heard, whatever the story', async () => {
    await fc.assert(
      fc.asyncProperty(anyStory, ({ events }) =>
        inTheTickOfEach(events, async (store, heard) => {
          expect(pathsOf(restore(await store.get(null)))).toEqual(pathsFrom({ events: heard }))
        }),
      ),
      { numRuns: 60 },
    )
  })

  test.each(readFixtures())('leaves all that $browser told of $scenario', ({ events }) =>
    inTheTickOfEach(events, async (store, heard) => {
      expect(restore(await store.get(null))).toEqual(reduceAll(heard))
    }),
  )

  test('leaves it though the next worker is killed as soon as it has read it', async () => {
    const told = story().typed(TRACKER).redirect(302, LANDING).lands()
    const store = new MemoryStore()
    const recorder = recorderOf(store)
    for (const event of told.events) await recorder.record(event)
    const left = await copyOf(store)
    await recorderOf(left).read()
    expect(await linesIn(left)).toEqual(tell(told))
  })
})

test('the worker that comes back writes what was only noted, and goes on', async () => {
  const told = story().typed(TRACKER).redirect(302, LANDING)
  const before = told.events.length
  const store = new MemoryStore()
  const killed = recorderOf(store)
  for (const event of told.events) await killed.record(event)
  const left = await copyOf(store)
  const next = recorderOf(left)
  for (const event of told.lands().events.slice(before)) await next.record(event)
  await vi.waitFor(async () =>
    expect(pathsOf(recordsIn(await left.get(null))).map(({ hops }) => hops.map(line))).toEqual(tell(told)),
  )
  expect(await left.get(HEARD_KEY)).toEqual({ [HEARD_KEY]: [] })
})

test('what is noted while its write fails is still there when it is made again', async () => {
  const store = new MemoryStore()
  const told = story().typed(TRACKER).redirect(302, LANDING).lands()
  let writes = 0
  const failing: Store = {
    get: (keys) => store.get(keys),
    set: (items) => (isNote(items) || ++writes < 2 ? store.set(items) : Promise.reject(new Error('I/O error'))),
    remove: (keys) => store.remove(keys),
  }
  const recorder = recorderOf(failing)
  for (const event of told.events) await recorder.record(event)
  await vi.waitFor(() => expect(writes).toBeGreaterThan(2))
  expect(await linesIn(store)).toEqual(tell(told))
})

test('of a form only what names identifiers is noted', async () => {
  const told = story()
    .typed(LANDING)
    .lands()
    .form('https://shop.example/order', { method: 'POST', body: 'clickid=Ab12Cd34Ef56&password=hunter22' })
  await inTheTickOfEach(told.events, async (store) => {
    expect(JSON.stringify(await store.get(null))).not.toContain('hunter22')
  })
})

test('a note that cannot be read costs itself alone', () => {
  const { events } = story().typed(TRACKER).redirect(302, LANDING).lands()
  const [first, ...others] = events
  for (const damaged of [
    null,
    7,
    {},
    { ...first, tabId: 'x' },
    { ...first, type: 'nothing-known' },
    { ...first, type: 'navigation-committed' },
  ])
    expect(restore({ [HEARD_KEY]: [damaged, ...others] })).toEqual(reduceAll(others))
  expect(restore({ [HEARD_KEY]: 'nonsense' })).toEqual(reduceAll([]))
})

test.each(readFixtures())('every event that $browser told of $scenario can be noted and read', ({ events }) => {
  expect(heardIn({ [HEARD_KEY]: events })).toEqual(events)
})
