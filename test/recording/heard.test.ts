import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { Recorder } from '../../lib/browser/recorder.ts'
import type { Store } from '../../lib/browser/store.ts'
import type { CaptureEvent } from '../../lib/model/capture-event.ts'
import { heardIn } from '../../lib/recording/heard.ts'
import { HEARD_KEY, heardKey, readHeardKey, tabKey } from '../../lib/recording/keys.ts'
import { makeRoom } from '../../lib/recording/make-room.ts'
import { pathsOf } from '../../lib/recording/paths.ts'
import { forgetPrivate, notePrivate } from '../../lib/recording/private-tabs.ts'
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

const isNote = (items: Record<string, unknown>) => Object.keys(items).every((key) => key.startsWith(HEARD_KEY))

const notesIn = (items: Record<string, unknown>) => Object.keys(items).filter((key) => readHeardKey(key))

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

/** The request that a redirect set off may be noted with what comes next. */
function inStore(heard: readonly CaptureEvent[]): CaptureEvent[][] {
  const [before, last] = heard.slice(-2)
  const canWait =
    before?.type === 'request-redirected' && last?.type === 'request-sent' && last.requestId === before.requestId
  return canWait ? [[...heard], heard.slice(0, -1)] : [[...heard]]
}

describe('a worker that is killed in the very tick in which it heard something', () => {
  test('leaves all that it heard, whatever the story', async () => {
    await fc.assert(
      fc.asyncProperty(anyStory, ({ events }) =>
        inTheTickOfEach(events, async (store, heard) => {
          const left = pathsOf(restore(await store.get(null)))
          expect(inStore(heard).map((noted) => pathsFrom({ events: noted }))).toContainEqual(left)
        }),
      ),
      { numRuns: 60 },
    )
  })

  test.each(readFixtures())('leaves all that $browser told of $scenario', ({ events }) =>
    inTheTickOfEach(events, async (store, heard) => {
      const left = restore(await store.get(null))
      expect(inStore(heard).map((noted) => reduceAll(noted))).toContainEqual(left)
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
    expect(pathsOf(recordsIn(await left.get(null)).recording).map(({ hops }) => hops.map(line))).toEqual(tell(told)),
  )
  await vi.waitFor(async () => expect(notesIn(await left.get(null))).toEqual([]))
})

test('the request that a redirect set off is in the store a moment later, though nothing follows', async () => {
  const told = story().typed(TRACKER).redirect(302, LANDING)
  const store = new MemoryStore()
  const recorder = recorderOf(store)
  for (const event of told.events) await recorder.record(event)
  await vi.waitFor(async () => expect(restore(await store.get(null))).toEqual(reduceAll(told.events)))
  expect(recordsIn(await store.get(null)).recording).not.toEqual(reduceAll(told.events))
})

test('what is noted is not told again where its record is written and it is still there', async () => {
  const { events } = story().typed(TRACKER).redirect(302, LANDING).lands().address('history', `${LANDING}&step=2`)
  const store = new MemoryStore()
  const keeping: Store = { get: (keys) => store.get(keys), set: (items) => store.set(items), remove: async () => {} }
  const recorder = recorderOf(keeping)
  for (const event of events) await recorder.record(event)
  await vi.waitFor(async () => expect(recordsIn(await store.get(null)).recording).toEqual(reduceAll(events)))
  const items = await store.get(null)
  expect(notesIn(items)).not.toEqual([])
  expect(restore(items)).toEqual(reduceAll(events))
})

test('a worker that comes back takes out what another left of its notes', async () => {
  const { events } = story().typed(TRACKER).redirect(302, LANDING).lands()
  const store = new MemoryStore()
  const killed = recorderOf({ get: (k) => store.get(k), set: (items) => store.set(items), remove: async () => {} })
  for (const event of events) await killed.record(event)
  await vi.waitFor(async () => expect(recordsIn(await store.get(null)).recording).toEqual(reduceAll(events)))
  const left = await copyOf(store)
  await recorderOf(left).read()
  await vi.waitFor(async () => expect(notesIn(await left.get(null))).toEqual([]))
  expect(restore(await left.get(null))).toEqual(reduceAll(events))
})

test.each([
  ['numbers that are left of older ones', { [HEARD_KEY]: 900, [heardKey(3)]: '[]' }],
  ['numbers that are none', { [HEARD_KEY]: 900, [`${HEARD_KEY}:x`]: '[]' }],
  ['a mark that cannot be read', { [HEARD_KEY]: { no: 'number' } }],
])('the notes of a worker that finds %s are told to the next', async (_, items) => {
  const store = new MemoryStore()
  await store.set(items)
  const { events } = story().typed(TRACKER).redirect(302, LANDING).lands()
  const killed = recorderOf(store)
  for (const event of events) await killed.record(event)
  expect(await linesIn(await copyOf(store))).toEqual(tell({ events }))
})

test('whoever waits until all is written does not wait for the time of the next write', async () => {
  vi.useFakeTimers()
  const store = new MemoryStore()
  const recorder = recorderOf(store)
  const { events } = story().typed(TRACKER).redirect(302, LANDING).lands()
  for (const event of events) await recorder.record(event)
  await recorder.pause()
  vi.useRealTimers()
  expect(notesIn(await store.get(null))).toEqual([])
  expect(recordsIn(await store.get(null)).recording).toEqual(await recorder.read())
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

describe('what no event tells again waits for no write', () => {
  /** Time stands still: what waits for the next write waits for ever. */
  async function atOnce(change: (recorder: Recorder) => Promise<void>): Promise<Record<string, unknown>> {
    vi.useFakeTimers()
    const store = new MemoryStore()
    const recorder = recorderOf(store)
    const { events } = story().typed(TRACKER).redirect(302, LANDING).lands()
    for (const event of events) await recorder.record(event)
    await change(recorder)
    vi.useRealTimers()
    return store.get(null)
  }

  test('that a tab is private is in the store at once', async () => {
    const items = await atOnce((recorder) => recorder.change((recording) => notePrivate(recording, 1)))
    expect(items[tabKey(1)]).toMatchObject({ private: true })
  })

  test('what is forgotten leaves no trace', async () => {
    const items = await atOnce(async (recorder) => {
      await recorder.change((recording) => notePrivate(recording, 1))
      await recorder.change(forgetPrivate)
    })
    expect(Object.keys(items)).toEqual([HEARD_KEY])
  })

  test('what changes nothing hurries no write', async () => {
    const items = await atOnce((recorder) => recorder.change(() => []))
    expect(notesIn(items)).not.toEqual([])
  })
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
    expect(restore({ [heardKey(1)]: JSON.stringify([damaged, ...others]) })).toEqual(reduceAll(others))
  for (const nonsense of ['nonsense', '7', null, {}, [events]])
    expect(restore({ [heardKey(1)]: nonsense, [heardKey(2)]: JSON.stringify(others) })).toEqual(reduceAll(others))
  expect(restore({ [HEARD_KEY]: 'nonsense', [heardKey(1)]: JSON.stringify(others) })).toEqual(reduceAll(others))
})

test.each(readFixtures())('every event that $browser told of $scenario can be noted and read', ({ events }) => {
  expect(heardIn({ [heardKey(1)]: JSON.stringify(events) }).events).toEqual(events)
})
