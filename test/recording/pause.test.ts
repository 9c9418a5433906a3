import { describe, expect, test, vi } from 'vitest'
import { PAUSED_KEY, Recorder } from '../../lib/browser/recorder.ts'
import type { CaptureEvent } from '../../lib/model/capture-event.ts'
import { makeRoom } from '../../lib/recording/make-room.ts'
import { pathsOf } from '../../lib/recording/paths.ts'
import { prune } from '../../lib/recording/prune.ts'
import { restore } from '../../lib/recording/restore.ts'
import { isWaiting } from '../../lib/recording/under-way.ts'
import { MemoryStore } from './memory-store.ts'
import { line } from './reduce-all.ts'
import { type Story, story } from './story.ts'
import { AD, LANDING, OFFER, TRACKER } from './urls.ts'

const recorderOf = (store: MemoryStore) => new Recorder({ store, onChange: () => {}, roomMaker: async () => makeRoom })

async function record(recorder: Recorder, events: readonly CaptureEvent[]): Promise<void> {
  for (const event of events) await recorder.record(event)
}

/** Records a story but for what happens in its middle, when recording is paused. Each part goes on with the same story. */
async function withPause(
  told: Story,
  unseen: (told: Story) => void,
  after: (told: Story) => void,
  store = new MemoryStore(),
) {
  const recorder = recorderOf(store)
  await record(recorder, told.events)
  await recorder.pause()
  const paused = told.events.length
  unseen(told)
  await record(recorder, told.events.slice(paused))
  await recorder.resume()
  const resumed = told.events.length
  after(told)
  await record(recorder, told.events.slice(resumed))
  return { recorder, store, paths: pathsOf(await recorder.read()).map(({ hops }) => hops.map(line)) }
}

test('nothing that happens in a pause is recorded', async () => {
  const { store, paths } = await withPause(
    story().typed(TRACKER).redirect(302, LANDING).lands(),
    (told) => told.typed('https://secret.example/').redirect(302, 'https://other.example/').lands(),
    () => {},
  )
  expect(paths).toEqual([[`typed 302 ${TRACKER}`, `http-redirect 200 ${LANDING}`]])
  await vi.waitFor(() => expect(JSON.stringify([...store.items])).toContain('sealed'))
  expect(JSON.stringify([...store.items])).not.toContain('secret.example')
})

describe('what comes after a pause begins a path of its own', () => {
  const first = [`typed 302 ${TRACKER}`, `http-redirect 200 ${LANDING}`]
  const landed = () => story().typed(TRACKER).redirect(302, LANDING).lands()

  test('when the page went on meanwhile', async () => {
    const { paths } = await withPause(
      landed(),
      (told) => told.link('https://between.example/').lands(),
      (told) => told.link(OFFER).lands(),
    )
    expect(paths).toEqual([first, [`link 200 ${OFFER}`]])
  })

  test('in a tab that the page opens', async () => {
    const { paths } = await withPause(
      landed(),
      (told) => told.link('https://between.example/').lands(),
      (told) => told.opens(OFFER, 2).lands(),
    )
    expect(paths).toHaveLength(2)
    expect(paths[0]).toEqual(first)
    expect(paths[1]?.[0]).toContain(OFFER)
  })

  test('in a tab that was opened meanwhile', async () => {
    const { paths } = await withPause(
      landed(),
      (told) => told.opens('https://between.example/', 2).lands(),
      (told) => told.link(OFFER).lands(),
    )
    expect(paths).toEqual([first, [`link 200 ${OFFER}`]])
  })

  test('when the chain was in its middle, whose hops are not joined over the pause', async () => {
    const { paths } = await withPause(
      story().typed(TRACKER),
      (told) => told.redirect(302, AD),
      (told) => told.redirect(302, LANDING).lands(),
    )
    expect(paths[0]).toEqual([`typed – ${TRACKER}`])
    expect(paths.flat().filter((hop) => hop.includes(TRACKER))).toHaveLength(1)
    expect(paths.at(-1)?.at(-1)).toContain(`200 ${LANDING}`)
    // Nobody typed a URL from the middle of a chain.
    expect(paths.at(-1)?.[0]).toMatch(/^unknown/)
  })

  test('also when the first thing after it brings no document', async () => {
    const { paths } = await withPause(
      landed(),
      (told) => told.link('https://between.example/').lands(),
      (told) => told.link(AD).bringsNoDocument().link(OFFER).lands(),
    )
    expect(paths[0]).toEqual(first)
  })

  test('also after pages were forgotten', async () => {
    const { recorder } = await withPause(
      landed().typed('https://plain.example/').lands(),
      (told) => told.link('https://between.example/').lands(),
      (told) => told.link(OFFER).lands(),
    )
    await recorder.change(prune)
    expect(pathsOf(await recorder.read()).map(({ hops }) => hops.map(line))).toEqual([first, [`link 200 ${OFFER}`]])
  })
})

test('a chain that was under way when recording stopped is not waited for', async () => {
  const { recorder } = await withPause(
    story().typed(TRACKER),
    () => {},
    () => {},
  )
  expect(isWaiting(await recorder.read(), 1)).toBe(false)
})

describe('a pause outlives the worker', () => {
  test('the next one records nothing either, until it is told to', async () => {
    const store = new MemoryStore()
    await recorderOf(store).pause()
    const next = recorderOf(store)
    expect(await next.isPaused()).toBe(true)
    await record(next, story().typed(TRACKER).lands().events)
    expect([...store.items.keys()]).toEqual([PAUSED_KEY])
    await next.resume()
    await record(next, story().typed(TRACKER).lands().events)
    await vi.waitFor(async () => expect(pathsOf(restore(await store.get(null)))).toHaveLength(1))
  })

  test('and so does what was closed by it', async () => {
    const store = new MemoryStore()
    const told = story().typed(TRACKER).redirect(302, LANDING).lands()
    await withPause(
      told,
      () => {},
      () => {},
      store,
    )
    const next = recorderOf(store)
    const before = told.events.length
    await record(next, told.link(OFFER).lands().events.slice(before))
    expect(pathsOf(await next.read())).toHaveLength(2)
  })
})

test('clear forgets the recording and not that it is paused', async () => {
  const store = new MemoryStore()
  const recorder = recorderOf(store)
  await record(recorder, story().typed(TRACKER).lands().events)
  await recorder.pause()
  await recorder.clear()
  expect([...store.items.keys()]).toEqual([PAUSED_KEY])
})

test('clear is at once: nothing of a chain under way comes back, whatever is told of it later', async () => {
  const store = new MemoryStore()
  const recorder = recorderOf(store)
  const told = story().typed(TRACKER).redirect(302, LANDING)
  await record(recorder, told.events)
  await recorder.clear()
  expect(store.items.size).toBe(0)
  const before = told.events.length
  await record(recorder, told.redirect(302, OFFER).lands().events.slice(before))
  const hops = pathsOf(await recorder.read()).flatMap((path) => path.hops.map(({ url }) => url))
  expect(hops).not.toContain(TRACKER)
  expect(hops.at(-1)).toBe(OFFER)
})
