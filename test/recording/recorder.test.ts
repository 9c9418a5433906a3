import { expect, test, vi } from 'vitest'
import { Recorder } from '../../lib/browser/recorder.ts'
import type { Store } from '../../lib/browser/store.ts'
import { pathsOf } from '../../lib/recording/paths.ts'
import { restore } from '../../lib/recording/restore.ts'
import { MemoryStore } from './memory-store.ts'
import { line, tell } from './reduce-all.ts'
import { story } from './story.ts'
import { LANDING, OFFER, TRACKER } from './urls.ts'

const click = () => story().typed(TRACKER).redirect(302, LANDING).lands().link(OFFER).lands()

const recordAll = (recorder: Recorder, { events }: { events: Parameters<Recorder['record']>[0][] }) =>
  Promise.all(events.map((event) => recorder.record(event)))

const toldBy = async (store: Store) => pathsOf(restore(await store.get(null))).map(({ hops }) => hops.map(line))

test('what is recorded can be read from the store', async () => {
  const store = new MemoryStore()
  await recordAll(new Recorder(store, () => {}), click())
  expect(await toldBy(store)).toEqual(tell(click()))
})

test('events that come before the store was read wait for it, in their order', async () => {
  const store = new MemoryStore()
  const reading = Promise.withResolvers<Record<string, unknown>>()
  const slow: Store = { get: () => reading.promise, set: (items) => store.set(items), remove: (k) => store.remove(k) }
  const recorded = recordAll(new Recorder(slow, () => {}), click())
  expect(store.items.size).toBe(0)
  reading.resolve({})
  await recorded
  expect(await toldBy(store)).toEqual(tell(click()))
})

test('a worker that comes back goes on where the last one ended', async () => {
  const store = new MemoryStore()
  const { events } = click()
  await recordAll(new Recorder(store, () => {}), { events: events.slice(0, 4) })
  await recordAll(new Recorder(store, () => {}), { events: events.slice(4) })
  expect(await toldBy(store)).toEqual(tell(click()))
})

test('a store that cannot be read is begun anew', async () => {
  const store = new MemoryStore()
  const broken: Store = {
    get: () => Promise.reject(new Error('corrupt')),
    set: (items) => store.set(items),
    remove: (keys) => store.remove(keys),
  }
  await recordAll(new Recorder(broken, () => {}), click())
  expect(await toldBy(store)).toEqual(tell(click()))
})

test('a write that fails costs nothing that a later one of the same navigation brings', async () => {
  const store = new MemoryStore()
  let writes = 0
  const flaky: Store = {
    get: (keys) => store.get(keys),
    set: (items) => (writes++ === 1 ? Promise.reject(new Error('quota')) : store.set(items)),
    remove: (keys) => store.remove(keys),
  }
  await recordAll(new Recorder(flaky, () => {}), click())
  expect(await toldBy(store)).toEqual(tell(click()))
})

test('record never rejects, though no write succeeds', async () => {
  const full: Store = {
    get: async () => ({}),
    set: () => Promise.reject(new Error('quota')),
    remove: () => Promise.reject(new Error('quota')),
  }
  await expect(recordAll(new Recorder(full, () => {}), click())).resolves.toBeDefined()
})

test('each event is written before the next one is waited for', async () => {
  const store = new MemoryStore()
  const recorder = new Recorder(store, () => {})
  for (const event of click().events.slice(0, 2)) await recorder.record(event)
  expect(await toldBy(store)).toEqual([[`typed – ${TRACKER}`]])
})

test('each event tells which tab it changed', async () => {
  const onChange = vi.fn()
  await recordAll(new Recorder(new MemoryStore(), onChange), story().typed(TRACKER))
  expect(onChange.mock.calls).toEqual([[1], [1]])
})

test('clear forgets the recording and nothing else', async () => {
  const store = new MemoryStore()
  await store.set({ templates: ['kept'] })
  const recorder = new Recorder(store, () => {})
  await recordAll(recorder, click())
  expect(await recorder.clear()).toEqual([1])
  expect([...store.items.keys()]).toEqual(['templates'])
  expect(pathsOf(await recorder.read())).toEqual([])
})

test('what comes after clear is recorded', async () => {
  const store = new MemoryStore()
  const recorder = new Recorder(store, () => {})
  await recordAll(recorder, story().typed(TRACKER).lands())
  await recorder.clear()
  await recordAll(recorder, click())
  expect(await toldBy(store)).toEqual(tell(click()))
})

test('what is heard while clear is under way is either forgotten or kept, in memory and store alike', async () => {
  const store = new MemoryStore()
  const recorder = new Recorder(store, () => {})
  await recordAll(recorder, story().typed(TRACKER).lands())
  const clearing = recorder.clear()
  await recordAll(recorder, click())
  await clearing
  expect(await toldBy(store)).toEqual(pathsOf(await recorder.read()).map(({ hops }) => hops.map(line)))
})
