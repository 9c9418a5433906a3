import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { openDB } from 'idb'
import { beforeEach, describe, expect, test } from 'vitest'
import { analysis } from '../../lib/analysis/analysis.ts'
import { attemptBook } from '../../lib/browser/attempt-book.ts'
import {
  keepPinned,
  listPinned,
  type PinDeps,
  pinnedEvidence,
  pinnedPath,
  pinPath,
  renamePinned,
  repinPath,
  unpinPath,
} from '../../lib/browser/pin.ts'
import { pinnedStore, STEPS } from '../../lib/browser/pinned-store.ts'
import { PINS_CHANGED_KEY, PINS_KEY } from '../../lib/browser/pins-key.ts'
import { serial } from '../../lib/browser/serial.ts'
import { notePrivate } from '../../lib/recording/private-tabs.ts'
import { emptyRecording } from '../../lib/recording/recording.ts'
import { MemoryStore } from './memory-store.ts'
import { reduceAll } from './reduce-all.ts'
import { story } from './story.ts'
import { LANDING, OFFER, TRACKER } from './urls.ts'

const click = () => story().typed(TRACKER).redirect(302, LANDING).lands()

let recording = emptyRecording()
let privateTabs: number[]
let session: MemoryStore
let deps: PinDeps
const newDeps = (): PinDeps => ({
  pinned: pinnedStore(),
  session,
  recording: async () => recording,
  analysis: async () => analysis,
  isPrivate: async (tabId) => (tabId === 404 ? undefined : privateTabs.includes(tabId)),
  generator: { name: 'clickpath', version: '0.0.0' },
  now: () => Date.parse('2026-11-26T02:00:00Z'),
})

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
  recording = reduceAll(click().events)
  privateTabs = []
  session = new MemoryStore()
  deps = newDeps()
})

const onlyId = async () => (await listPinned(deps)).paths[0]?.id ?? ''

describe('a pinned click', () => {
  test('outlives the recording and the worker', async () => {
    await pinPath(1, deps)
    recording = emptyRecording()
    const { paths, unreadable } = await listPinned(newDeps())
    expect(paths).toMatchObject([{ hops: 2, from: TRACKER, to: LANDING, verdict: 'pass' }])
    expect(unreadable).toBe(0)
  })

  test('is read whole, judged by today’s rules', async () => {
    await pinPath(1, deps)
    const { path, pinnedAt, sentence } = await pinnedPath(await onlyId(), deps)
    expect(path.identifiers.map(({ name, outcome }) => [name, outcome])).toEqual([['clickid', 'delivered']])
    expect(pinnedAt).toBe('2026-11-26T02:00:00.000Z')
    expect(sentence).toContain('clickid')
  })

  test('goes on when the click does, and keeps its name', async () => {
    const told = click()
    await pinPath(1, deps)
    await renamePinned(await onlyId(), ' Spring offer ', deps)
    recording = reduceAll(told.link(OFFER).lands().events)
    await keepPinned(1, deps)
    expect(await listPinned(deps)).toMatchObject({ paths: [{ hops: 3, to: OFFER, name: 'Spring offer' }] })
  })

  test('does not shrink when the recording has lost a part of it', async () => {
    recording = reduceAll(click().link(OFFER).lands().events)
    await pinPath(1, deps)
    recording = reduceAll(click().events)
    await keepPinned(1, deps)
    expect(await listPinned(deps)).toMatchObject({ paths: [{ hops: 3 }] })
  })

  test('gives its evidence, with the postbacks that were fired for it and no others', async () => {
    await pinPath(1, deps)
    const id = await onlyId()
    const attempt = {
      startedAt: '2026-11-26T01:59:00.000Z',
      request: { method: 'GET', url: 'https://trk.example/postback' },
      durationMs: 12,
      response: null,
      failure: { kind: 'timeout', message: 'no answer' },
    }
    const local = new MemoryStore()
    await local.set({
      'attempt:a': { ...attempt, id: 'a', pathId: id },
      'attempt:b': { ...attempt, id: 'b', pathId: 'another' },
    })
    recording = emptyRecording()
    const { paths, postbacks } = await pinnedEvidence(id, attemptBook(local, serial(), deps.now), deps)
    expect([paths.map((path) => path.id), postbacks?.map((sent) => sent.id)]).toEqual([[id], ['a']])
  })

  test('is gone when it is pinned no more, and asking for it says so', async () => {
    await pinPath(1, deps)
    const id = await onlyId()
    await unpinPath(id, deps)
    expect(await listPinned(deps)).toEqual({ paths: [], unreadable: 0 })
    await expect(pinnedPath(id, deps)).rejects.toThrow('pinned no more')
    expect(await session.get(PINS_KEY)).toEqual({ [PINS_KEY]: [] })
  })

  test('comes back whole when it is unpinned by mistake: its name, its place in the list, and it still goes on', async () => {
    const told = click()
    await pinPath(1, deps)
    const id = await onlyId()
    await renamePinned(id, 'Spring offer', deps)
    const [before] = (await deps.pinned.list()).pinned
    const unpinned = await unpinPath(id, { ...deps, now: () => 0 })
    if (unpinned) await repinPath(unpinned, deps)
    expect((await deps.pinned.list()).pinned).toEqual([before])
    recording = reduceAll(told.link(OFFER).lands().events)
    await keepPinned(1, deps)
    expect(await listPinned(deps)).toMatchObject({ paths: [{ hops: 3, name: 'Spring offer' }] })
    expect(await session.get(PINS_KEY)).toEqual({ [PINS_KEY]: [id] })
  })

  test('pinned twice is there once', async () => {
    await pinPath(1, deps)
    await pinPath(1, deps)
    expect((await listPinned(deps)).paths).toHaveLength(1)
  })
})

describe('who shows what is pinned is told', () => {
  const told = async () => (await session.get(PINS_CHANGED_KEY))[PINS_CHANGED_KEY]

  test('of each change: pinned, renamed, gone on, unpinned, brought back', async () => {
    const on = click()
    await pinPath(1, deps)
    const id = await onlyId()
    await renamePinned(id, 'Spring offer', deps)
    expect(await told()).toBe(2)
    recording = reduceAll(on.link(OFFER).lands().events)
    await keepPinned(1, deps)
    expect(await told()).toBe(3)
    const unpinned = await unpinPath(id, deps)
    if (unpinned) await repinPath(unpinned, deps)
    expect(await told()).toBe(5)
  })

  test('of nothing where the tab came to rest and its click did not go on', async () => {
    await pinPath(1, deps)
    await keepPinned(1, deps)
    expect(await told()).toBe(1)
  })
})

describe('nothing is pinned', () => {
  test.each([
    ['of a private window', 1],
    ['of a tab that nobody knows any more: it may have been private', 404],
  ])('%s', async (_, tabId) => {
    privateTabs = [1]
    recording = reduceAll(click().events.map((event) => ({ ...event, tabId })))
    await expect(pinPath(tabId, deps)).rejects.toThrow('A private window leaves nothing behind')
    expect(await listPinned(deps)).toEqual({ paths: [], unreadable: 0 })
    expect(session.items.size).toBe(0)
  })

  test('which began in an ordinary window and went on in a private one', async () => {
    await pinPath(1, deps)
    const [before] = await deps.pinned.list().then(({ pinned }) => pinned)
    recording = reduceAll(click().opens(OFFER, 2).lands().events)
    notePrivate(recording, 2)
    await keepPinned(2, deps)
    expect((await deps.pinned.list()).pinned).toEqual([before])
    await expect(pinPath(1, deps)).rejects.toThrow('A private window leaves nothing behind')
  })

  test('where there is no click', async () => {
    await expect(pinPath(7, deps)).rejects.toThrow('no click in this tab')
  })
})

describe('the database', () => {
  test('hands out what it can read, and counts the rest', async () => {
    await pinPath(1, deps)
    const database = await openDB('clickpath')
    await database.put('pinned', { path: { id: 'broken', hops: 'none' } })
    await database.put('pinned', { path: { id: 'without a date', startedAt: '', hops: [] } })
    database.close()
    expect(await listPinned(deps)).toMatchObject({ paths: [{ hops: 2 }], unreadable: 2 })
  })

  test('of an older version is brought to the newer one, with everything in it', async () => {
    await pinPath(1, deps)
    const id = await onlyId()
    const newer = pinnedStore([
      ...STEPS,
      // Such a step as may come: each record gets something that it did not have.
      async (_database, transaction) => {
        for (let at = await transaction.objectStore('pinned').openCursor(); at; at = await at.continue()) {
          const { path, ...rest } = at.value as { path: object }
          await at.update({ ...rest, path: { ...path, name: 'from version 1' } })
        }
      },
    ])
    expect(await newer.get(id)).toMatchObject({ path: { name: 'from version 1', hops: [{}, {}] } })
    expect((await openDB('clickpath')).version).toBe(STEPS.length + 1)
  })

  test('of a newer version is left alone, and the person is told', async () => {
    const newer = await openDB('clickpath', STEPS.length + 1, {
      upgrade: (database) => void database.createObjectStore('pinned', { keyPath: 'path.id' }),
    })
    newer.close()
    await expect(listPinned(deps)).rejects.toThrow('kept by a newer Clickpath')
  })

  test('gives way to a newer version of the extension, and is opened again when asked', async () => {
    await pinPath(1, deps)
    const wiped = await new Promise<boolean>((resolve) => {
      const request = indexedDB.deleteDatabase('clickpath')
      request.onsuccess = () => resolve(true)
      request.onblocked = () => resolve(false)
    })
    expect(wiped).toBe(true)
    await pinPath(1, deps)
    expect((await listPinned(deps)).paths).toHaveLength(1)
  })
})
