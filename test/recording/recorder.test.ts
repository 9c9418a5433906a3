import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { Recorder } from '../../lib/browser/recorder.ts'
import type { Store } from '../../lib/browser/store.ts'
import type { CaptureEvent } from '../../lib/model/capture-event.ts'
import { navigationKey, readKey } from '../../lib/recording/keys.ts'
import { makeRoom } from '../../lib/recording/make-room.ts'
import { pathsOf } from '../../lib/recording/paths.ts'
import { restore } from '../../lib/recording/restore.ts'
import { anyStory } from './arbitrary.ts'
import { MemoryStore } from './memory-store.ts'
import { line, tell } from './reduce-all.ts'
import { storeAfter } from './restart.ts'
import { story } from './story.ts'
import { LANDING, OFFER, TRACKER } from './urls.ts'

const click = () => story().typed(TRACKER).redirect(302, LANDING).lands().link(OFFER).lands()

const recorderOf = (store: Store, onChange: (tabId: number) => void = () => {}) =>
  new Recorder({ store, onChange, roomMaker: async () => makeRoom })

const recordAll = (recorder: Recorder, { events }: { events: Parameters<Recorder['record']>[0][] }) =>
  Promise.all(events.map((event) => recorder.record(event)))

const toldBy = async (store: Store) => pathsOf(restore(await store.get(null))).map(({ hops }) => hops.map(line))

/** Nobody waits for a write: it is there soon. */
const expectTold = (store: Store, paths: string[][]) =>
  vi.waitFor(async () => expect(await toldBy(store)).toEqual(paths))

test('what is recorded can be read from the store', async () => {
  const store = new MemoryStore()
  await recordAll(recorderOf(store), click())
  await expectTold(store, tell(click()))
})

test('events that come before the store was read wait for it, in their order', async () => {
  const store = new MemoryStore()
  const reading = Promise.withResolvers<Record<string, unknown>>()
  const slow: Store = { get: () => reading.promise, set: (items) => store.set(items), remove: (k) => store.remove(k) }
  const recorded = recordAll(recorderOf(slow), click())
  expect(store.items.size).toBe(0)
  reading.resolve({})
  await recorded
  await expectTold(store, tell(click()))
})

test('a worker that comes back goes on where the last one ended', async () => {
  const store = new MemoryStore()
  const { events } = click()
  await recordAll(recorderOf(store), { events: events.slice(0, 4) })
  await expectTold(store, tell({ events: events.slice(0, 4) }))
  await recordAll(recorderOf(store), { events: events.slice(4) })
  await expectTold(store, tell(click()))
})

describe('a record that cannot be read', () => {
  /** What is told of these events by as many workers as there are parts, each of which finds what the one before left. */
  async function toldInParts(items: Record<string, unknown>, parts: readonly CaptureEvent[][]) {
    let store = new MemoryStore()
    await store.set(items)
    for (const part of parts) {
      const recorder = recorderOf(store)
      for (const event of part) await recorder.record(event)
      // A worker that is killed now writes no more.
      const left = new MemoryStore()
      await left.set(await store.get(null))
      store = left
    }
    return pathsOf(restore(await store.get(null))).map(({ id, hops, cut }) => ({ id, hops: hops.map(line), cut }))
  }

  const inTwo = (events: readonly CaptureEvent[], at: number) => [events.slice(0, at), events.slice(at)]

  test('is no gap in what comes later, however often the worker is killed', async () => {
    const { events } = click()
    const broken = { [navigationKey(1, 7)]: 'broken' }
    const whole = await toldInParts(broken, [events])
    expect(whole.map(({ hops }) => hops)).toEqual(tell(click()))
    for (const at of events.keys()) expect(await toldInParts(broken, inTwo(events, at))).toEqual(whole)
  })

  test('costs the same, whatever was recorded, and wherever the worker is killed', async () => {
    const broken = fc.array(fc.nat(), { minLength: 1, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(anyStory, broken, fc.nat(), fc.nat(), async ({ events }, which, one, two) => {
        const [before, after = []] = inTwo(events, 1 + (one % events.length))
        const items = storeAfter(before ?? [])
        const keys = Object.keys(items)
        for (const at of which) items[keys[at % keys.length] ?? ''] = 'broken'
        const whole = await toldInParts(items, [after])
        expect(await toldInParts(items, inTwo(after, two % (after.length + 1)))).toEqual(whole)
      }),
      { numRuns: 200 },
    )
  })

  test('is taken out of the store', async () => {
    const store = new MemoryStore()
    await store.set({ ...storeAfter(click().events), [navigationKey(1, 1)]: 'broken', [navigationKey(5, 1)]: 'broken' })
    await recorderOf(store).read()
    expect([...store.items.values()]).not.toContain('"broken"')
  })
})

test('a store that cannot be read is begun anew', async () => {
  const store = new MemoryStore()
  const broken: Store = {
    get: () => Promise.reject(new Error('corrupt')),
    set: (items) => store.set(items),
    remove: (keys) => store.remove(keys),
  }
  await recordAll(recorderOf(broken), click())
  await expectTold(store, tell(click()))
})

test('a write that fails costs nothing that a later one of the same navigation brings', async () => {
  const store = new MemoryStore()
  let writes = 0
  const flaky: Store = {
    get: (keys) => store.get(keys),
    set: (items) => (writes++ === 1 ? Promise.reject(new Error('I/O error')) : store.set(items)),
    remove: (keys) => store.remove(keys),
  }
  await recordAll(recorderOf(flaky), click())
  await expectTold(store, tell(click()))
})

test('record never rejects, though no write succeeds', async () => {
  const full: Store = {
    get: async () => ({}),
    set: () => Promise.reject(new Error('quota')),
    remove: () => Promise.reject(new Error('quota')),
  }
  await expect(recordAll(recorderOf(full), click())).resolves.toBeDefined()
})

test('the first event of a burst is written before the next one is heard', async () => {
  const store = new MemoryStore()
  const [begun] = click().events
  if (begun) await recorderOf(store).record(begun)
  expect(await toldBy(store)).toEqual([[`unknown – ${TRACKER}`]])
})

test('a burst of events costs few writes of its record', async () => {
  const store = new MemoryStore()
  const set = vi.spyOn(store, 'set')
  const burst = story().typed(TRACKER)
  for (let hop = 0; hop < 18; hop++) burst.redirect(302, `${LANDING}&hop=${hop}`)
  await recordAll(recorderOf(store), burst.lands())
  await expectTold(store, tell(burst))
  expect(set.mock.calls.filter(([items]) => Object.keys(items).some((key) => readKey(key))).length).toBeLessThan(5)
})

test('each event tells which tab it changed', async () => {
  const onChange = vi.fn()
  await recordAll(recorderOf(new MemoryStore(), onChange), story().typed(TRACKER))
  expect(onChange.mock.calls).toEqual([[1], [1]])
})

test('clear forgets the recording and nothing else', async () => {
  const store = new MemoryStore()
  await store.set({ templates: ['kept'] })
  const recorder = recorderOf(store)
  await recordAll(recorder, click())
  expect(await recorder.clear()).toEqual([1])
  expect([...store.items.keys()]).toEqual(['templates'])
  expect(pathsOf(await recorder.read())).toEqual([])
})

test('what comes after clear is recorded', async () => {
  const store = new MemoryStore()
  const recorder = recorderOf(store)
  await recordAll(recorder, story().typed(TRACKER).lands())
  await recorder.clear()
  await recordAll(recorder, click())
  await expectTold(store, tell(click()))
})

test('what is heard while clear is under way is either forgotten or kept, in memory and store alike', async () => {
  const store = new MemoryStore()
  const recorder = recorderOf(store)
  await recordAll(recorder, story().typed(TRACKER).lands())
  const clearing = recorder.clear()
  await recordAll(recorder, click())
  await clearing
  await expectTold(
    store,
    pathsOf(await recorder.read()).map(({ hops }) => hops.map(line)),
  )
})
