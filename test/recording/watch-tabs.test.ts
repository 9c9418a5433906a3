import { beforeEach, describe, expect, test, vi } from 'vitest'
import { Recorder } from '../../lib/browser/recorder.ts'
import { type TabWatch, watchTabs } from '../../lib/browser/watch-tabs.ts'
import { makeRoom } from '../../lib/recording/make-room.ts'
import { pathsOf } from '../../lib/recording/paths.ts'
import { forgetPrivate } from '../../lib/recording/private-tabs.ts'
import { prune } from '../../lib/recording/prune.ts'
import { MemoryStore } from './memory-store.ts'
import { line } from './reduce-all.ts'
import { firefoxStory, type Story } from './story.ts'
import { LANDING, OFFER, TRACKER } from './urls.ts'

/** The browser's tabs that are open: id → whether it is private. */
let open: Map<number, boolean>
let recorder: Recorder
let watch: TabWatch
let told: Story

beforeEach(() => {
  open = new Map()
  told = firefoxStory()
  recorder = new Recorder({
    store: new MemoryStore(),
    onChange: (tabId) => watch.heardOf(tabId),
    roomMaker: async () => makeRoom,
  })
  watch = watchTabs({
    isPrivate: async (tabId) => open.get(tabId),
    isPrivateOpen: async () => [...open.values()].includes(true),
    change: (by) => recorder.change(by),
    forgetPrivate: () => recorder.change(forgetPrivate),
  })
})

/** What is told goes on, in a tab that is open. */
async function happens(more: (told: Story) => void): Promise<void> {
  const before = told.events.length
  more(told)
  for (const event of told.events.slice(before)) await recorder.record(event)
  await vi.waitFor(async () => {
    const { tabs } = await recorder.read()
    expect([...tabs.values()].every(({ tabId, private: isPrivate }) => !open.get(tabId) || isPrivate)).toBe(true)
  })
}

async function closes(tabId: number): Promise<void> {
  open.delete(tabId)
  await watch.tabClosed(tabId)
}

/** Nothing was told of a tab for a while. */
async function rests(tabId: number): Promise<void> {
  await recorder.change(prune)
  await watch.atRest(tabId)
}

const paths = async () => pathsOf(await recorder.read()).map(({ hops }) => hops.map(line))
const isEmpty = async () => (await recorder.read()).tabs.size === 0

const plain = (told: Story) => told.typed('https://plain.example/').lands()
const click = (told: Story) => told.typed(TRACKER).redirect(302, LANDING).lands()

describe('a private tab that was closed, and forgotten', () => {
  beforeEach(async () => {
    open.set(1, true).set(2, true)
    await happens(plain)
    await closes(1)
    await rests(1)
    expect(await isEmpty()).toBe(true)
  })

  test('is private still when more is told of it, and gone with the last private window', async () => {
    await happens(click)
    await closes(2)
    await watch.windowClosed(1)
    expect(await isEmpty()).toBe(true)
  })

  test('leaves nothing either when more is told of it after the last private window is closed', async () => {
    await closes(2)
    await watch.windowClosed(1)
    await happens(click)
    expect(await paths()).toHaveLength(1)
    await rests(1)
    expect(await isEmpty()).toBe(true)
  })
})

test('what is told of an ordinary tab after it is closed is not kept for the sake of what it shows', async () => {
  open.set(1, false)
  await happens(plain)
  await closes(1)
  await rests(1)
  await happens(plain)
  await rests(1)
  expect(await isEmpty()).toBe(true)
})

test('a click is kept though its ordinary tab is closed, and every private window with it', async () => {
  open.set(1, false)
  await happens(click)
  await closes(1)
  await watch.windowClosed(1)
  await rests(1)
  expect(await paths()).toEqual([[`typed 302 ${TRACKER}`, `http-redirect 200 ${LANDING}`]])
})

test('of two private windows the one that is left keeps what happened in the other', async () => {
  open.set(1, true).set(2, true)
  await happens(click)
  await closes(1)
  await watch.windowClosed(1)
  await rests(1)
  expect(await paths()).toHaveLength(1)
})

test('a private tab that is closed before the browser has answered is private', async () => {
  const answer = Promise.withResolvers<boolean>()
  watch = watchTabs({
    isPrivate: () => answer.promise,
    isPrivateOpen: async () => false,
    change: (by) => recorder.change(by),
    forgetPrivate: () => recorder.change(forgetPrivate),
  })
  for (const event of click(told).events) await recorder.record(event)
  await closes(1)
  answer.resolve(true)
  await vi.waitFor(async () =>
    expect((await recorder.read()).tabs.get(1)).toMatchObject({ private: true, closed: true }),
  )
  await rests(1)
  expect(await isEmpty()).toBe(true)
})

test('each tab is asked once', async () => {
  const isPrivate = vi.fn(async () => false)
  watch = watchTabs({
    isPrivate,
    isPrivateOpen: async () => false,
    change: (by) => recorder.change(by),
    forgetPrivate: async () => {},
  })
  await happens((story) => click(story).opens(OFFER, 2).lands())
  expect(isPrivate.mock.calls).toEqual([[1], [2]])
})
