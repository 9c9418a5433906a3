import { expect, test, vi } from 'vitest'
import { Recorder } from '../../lib/browser/recorder.ts'
import type { Store } from '../../lib/browser/store.ts'
import type { CaptureEvent } from '../../lib/model/capture-event.ts'
import { readKey } from '../../lib/recording/keys.ts'
import { makeRoom } from '../../lib/recording/make-room.ts'
import { pathsOf } from '../../lib/recording/paths.ts'
import { recordsIn, restore } from '../../lib/recording/restore.ts'
import { MemoryStore } from './memory-store.ts'
import { line, tell } from './reduce-all.ts'
import { SmallStore } from './small-store.ts'
import { type Story, story } from './story.ts'
import { LANDING, OFFER } from './urls.ts'

const QUOTA = 6_000

const recorderOf = (store: Store) => new Recorder({ store, onChange: () => {}, roomMaker: async () => makeRoom })

async function record(recorder: Recorder, events: readonly CaptureEvent[]): Promise<void> {
  for (const event of events) await recorder.record(event)
}

const pathsIn = async (store: Store) => pathsOf(restore(await store.get(null)))

const ad = (n: number) => `https://trk.example/c/${n}?clickid=${'Ab12Cd34'.repeat(20)}${n}`

/** So many clicks in one tab, each with a redirect. */
function clicks(count: number): Story {
  const told = story()
  for (let n = 0; n < count; n++) told.typed(ad(n)).redirect(302, `${LANDING}&n=${n}`).lands()
  return told
}

test('when the store is full, the oldest click goes first and recording goes on', async () => {
  const store = new SmallStore(QUOTA)
  const told = clicks(20)
  await record(recorderOf(store), told.events)
  await vi.waitFor(async () => expect((await pathsIn(store)).at(-1)?.hops.map(line)).toEqual(tell(told).at(-1)))
  expect(store.refused).toBeGreaterThan(0)
  const kept = (await pathsIn(store)).map(({ hops }) => hops[0]?.url)
  expect(kept.length).toBeGreaterThan(3)
  expect(kept).toEqual(Array.from({ length: 20 }, (_, n) => ad(n)).slice(-kept.length))
})

test('a click that some tab still shows goes when there is nothing else, and never the newest', async () => {
  const store = new SmallStore(QUOTA)
  const told = story()
  for (let n = 0; n < 20; n++) told.inTab(n).typed(ad(n)).lands()
  await record(recorderOf(store), told.events)
  await vi.waitFor(async () =>
    expect((await pathsIn(store)).at(-1)?.hops[0]).toMatchObject({ url: ad(19), status: 200 }),
  )
  const kept = (await pathsIn(store)).map(({ hops }) => hops[0]?.url)
  expect(kept).toEqual(Array.from({ length: 20 }, (_, n) => ad(n)).slice(-kept.length))
})

test('the clicks that are left are whole, and say so by saying nothing', async () => {
  const store = new SmallStore(QUOTA)
  await record(recorderOf(store), clicks(20).events)
  await vi.waitFor(async () => expect((await pathsIn(store)).at(-1)?.hops).toHaveLength(2))
  expect((await pathsIn(store)).filter(({ cut }) => cut !== undefined)).toEqual([])
})

test('one click that is too long for the store loses its first hops, and says how many', async () => {
  const store = new SmallStore(QUOTA)
  const told = story().typed(ad(0)).lands()
  for (let n = 1; n < 40; n++) told.script(ad(n)).lands()
  await record(recorderOf(store), told.events)
  await vi.waitFor(async () =>
    expect((await pathsIn(store)).at(-1)?.hops.at(-1)).toMatchObject({ url: ad(39), status: 200 }),
  )
  const [path, ...others] = await pathsIn(store)
  expect(others).toEqual([])
  expect(path?.hops.at(-1)?.url).toBe(ad(39))
  expect(path?.hops.length).toBeGreaterThan(3)
  expect(path?.cut).toEqual({ hopsBefore: 40 - (path?.hops.length ?? 0) })
})

test('what was cut is the same in memory and in the store', async () => {
  const store = new SmallStore(QUOTA)
  const recorder = recorderOf(store)
  await record(recorder, clicks(20).events)
  await vi.waitFor(async () => expect(await pathsIn(store)).toEqual(pathsOf(await recorder.read())))
})

test('where others fill the store, what was recorded is not given up in vain for ever', async () => {
  const store = new SmallStore(0)
  const recorder = recorderOf(store)
  const told = story().typed(ad(0)).redirect(302, LANDING).lands().script(OFFER).lands()
  await record(recorder, told.events)
  await vi.waitFor(() => expect(store.refused).toBeGreaterThan(0))
  const [path] = pathsOf(await recorder.read())
  expect(path?.hops.at(-1)?.url).toBe(OFFER)
})

test('a store that fails for another reason costs no click: what it missed is written when it works again', async () => {
  const store = new MemoryStore()
  let works = false
  const failing: Store = {
    get: (keys) => store.get(keys),
    set: (items) => (works ? store.set(items) : Promise.reject(new Error('The disk is on fire'))),
    remove: (keys) => store.remove(keys),
  }
  const told = clicks(5)
  const recorder = recorderOf(failing)
  await record(recorder, told.events.slice(0, -1))
  expect(store.items.size).toBe(0)
  works = true
  await record(recorder, told.events.slice(-1))
  await vi.waitFor(async () => expect((await pathsIn(store)).map(({ hops }) => hops.map(line))).toEqual(tell(told)))
})

test('what changes during a write goes together with the next one', async () => {
  const store = new MemoryStore()
  const set = vi.spyOn(store, 'set')
  const recordWrites = () => set.mock.calls.filter(([items]) => Object.keys(items).some((key) => readKey(key)))
  const writing = Promise.withResolvers<void>()
  set.mockImplementationOnce(() => writing.promise)
  const told = clicks(1)
  const recorder = recorderOf(store)
  await record(recorder, told.events)
  expect(recordWrites()).toHaveLength(1)
  writing.resolve()
  await vi.waitFor(() => expect(recordWrites()).toHaveLength(2))
  expect(pathsOf(recordsIn(await store.get(null)).recording).map(({ hops }) => hops.map(line))).toEqual(tell(told))
})

test('a pause is noted though the store is full: room is made for it', async () => {
  const store = new SmallStore(QUOTA)
  const recorder = recorderOf(store)
  await record(recorder, clicks(20).events)
  await vi.waitFor(async () => expect(await pathsIn(store)).toEqual(pathsOf(await recorder.read())))
  await store.set({ others: 'x'.repeat(QUOTA - store.size - '"others"'.length) })
  await recorder.pause()
  expect(await recorderOf(store).isPaused()).toBe(true)
})

test('what is cleared while the store fails does not come back with the next worker', async () => {
  const store = new MemoryStore()
  const recorder = recorderOf(store)
  await record(recorder, clicks(3).events)
  await vi.waitFor(async () => expect(await pathsIn(store)).toHaveLength(3))
  vi.spyOn(store, 'remove').mockRejectedValueOnce(new Error('The disk is on fire'))
  await recorder.clear()
  expect(store.items.size).toBe(0)
})
