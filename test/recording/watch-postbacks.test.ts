import { beforeEach, expect, test, vi } from 'vitest'
import { apisIn, deleteApi, saveApi } from '../../lib/browser/api-store.ts'
import { attemptBook } from '../../lib/browser/attempt-book.ts'
import { draftsIn, forgetPrivateDrafts, keepDraft } from '../../lib/browser/drafts.ts'
import { saveEndpoint } from '../../lib/browser/endpoint-store.ts'
import { serial } from '../../lib/browser/serial.ts'
import { type Postbacks, watchPostbacks } from '../../lib/browser/watch-postbacks.ts'
import type { ConversionApi } from '../../lib/model/conversion-api.ts'
import { Endpoint } from '../../lib/model/endpoint.ts'
import type { PostbackAttempt } from '../../lib/model/postback.ts'
import { MemoryStore } from './memory-store.ts'

const ENDPOINT = Endpoint.parse({
  id: 'e',
  name: 'Mine',
  url: 'https://t.example/',
  method: 'GET',
  mapping: {},
  values: {},
})

const attempt = (id: string): PostbackAttempt => ({
  version: 2,
  id,
  startedAt: `2026-11-21T09:00:0${id.length}.000Z`,
  request: { method: 'GET', url: 'https://t.example/' },
  durationMs: 5,
  response: null,
  failure: { kind: 'timeout', message: '' },
  classification: { class: 'no-answer' },
})

const API: ConversionApi = {
  ...{ id: 'm', name: 'Meta', platform: 'meta', baseUrl: 'https://graph.facebook.com', apiVersion: 'v24.0' },
  ...{ pixelId: '1', token: 'secret', testEventCode: '' },
} as const

type Heard = (changed: Record<string, { newValue?: unknown }>, area: string) => void

const bookOf = (store: MemoryStore) => attemptBook(store, serial(), () => 0)
const saveAttempt = (store: MemoryStore, one: PostbackAttempt) => bookOf(store).end(one)

let local: MemoryStore
let session: MemoryStore
let heard: Set<Heard>
let shown: Postbacks[]

beforeEach(() => {
  local = new MemoryStore()
  session = new MemoryStore()
  heard = new Set()
  shown = []
})

const watch = (isPrivate = false) => {
  const onChanged = { addListener: (one: Heard) => heard.add(one), removeListener: (one: Heard) => heard.delete(one) }
  return watchPostbacks(
    { local, session, onChanged },
    isPrivate,
    (all) => shown.push(all),
    () => 0,
  )
}
const change = (key: string, newValue: unknown, area = 'local') => {
  for (const one of heard) one({ [key]: { newValue } }, area)
}

test('what is kept is shown: endpoints, attempts newest first, conversions APIs', async () => {
  await saveEndpoint(local, ENDPOINT)
  await saveAttempt(local, attempt('a'))
  await saveAttempt(local, attempt('aa'))
  await saveApi(local, API)
  watch()
  await vi.waitFor(() => expect(shown).toHaveLength(1))
  expect(shown[0]?.endpoints).toEqual([ENDPOINT])
  expect(shown[0]?.attempts.map(({ id }) => id)).toEqual(['aa', 'a'])
  expect(shown[0]?.apis).toEqual([API])
})

test('a change is shown without reading everything again', async () => {
  watch()
  await vi.waitFor(() => expect(shown).toHaveLength(1))
  const get = vi.spyOn(local, 'get')
  change('attempt:b', attempt('b'))
  change('attempt:b', undefined)
  expect(shown.map(({ attempts }) => attempts.length)).toEqual([0, 1, 0])
  expect(get).not.toHaveBeenCalled()
})

test('an attempt that did not change stays the very same, so that nothing is made of it again', async () => {
  await saveAttempt(local, attempt('a'))
  watch()
  await vi.waitFor(() => expect(shown).toHaveLength(1))
  change('attempt:bb', attempt('bb'))
  expect(shown[1]?.attempts.map(({ id }) => id)).toEqual(['bb', 'a'])
  expect(shown[1]?.attempts[1]).toBe(shown[0]?.attempts[0])
})

test('what has nothing to do with postbacks is not shown anew', async () => {
  watch()
  await vi.waitFor(() => expect(shown).toHaveLength(1))
  change('tab:1', {})
  change('draft:x', 'typed', 'session')
  expect(shown).toHaveLength(1)
})

test('attempts of a private window are those in memory, and no others', async () => {
  await saveAttempt(local, attempt('a'))
  await saveAttempt(session, attempt('p'))
  watch(true)
  await vi.waitFor(() => expect(shown).toHaveLength(1))
  expect(shown[0]?.attempts.map(({ id }) => id)).toEqual(['p'])
})

test('after its end nothing is shown', async () => {
  watch()()
  await new Promise((later) => setTimeout(later))
  expect([shown, heard.size]).toEqual([[], 0])
})

test('what a partner said is kept with its attempt, and can be taken back', async () => {
  await saveAttempt(local, attempt('a'))
  const said = { word: 'counted', note: 'in the log at 9:05', at: '2026-11-21T10:00:00.000Z' } as const
  await bookOf(local).confirm('a', said)
  expect(await local.get('attempt:a')).toMatchObject({ 'attempt:a': { confirmation: said } })
  await bookOf(local).confirm('a', null)
  // What it was taken for is kept with it.
  const kept = { ...attempt('a'), classification: { class: 'no-answer' } }
  expect(await local.get('attempt:a')).toEqual({ 'attempt:a': kept })
})

test('a word about an attempt that is gone makes none', async () => {
  await bookOf(local).confirm('gone', { word: 'open', note: '', at: '' })
  expect(local.items.size).toBe(0)
})

test('a conversions API is replaced by its id, and deleted; what is unreadable stays', async () => {
  await local.set({ apis: [{ id: 'from a later version' }] })
  await saveApi(local, API)
  await saveApi(local, { ...API, name: 'Meta EU' })
  expect(apisIn(await local.get(null)).map(({ name }) => name)).toEqual(['Meta EU'])
  await deleteApi(local, 'm')
  expect(await local.get('apis')).toEqual({ apis: [{ id: 'from a later version' }] })
})

test('what is typed is kept by field, and forgotten', async () => {
  await keepDraft(session, 'compare.live', 'https://…', false)
  await keepDraft(session, 'probe.link', 'x', false)
  await keepDraft(session, 'probe.link', null, false)
  await session.set({ 'tab:1': { number: 1 } })
  expect(draftsIn(await session.get(null), false)).toEqual({ 'compare.live': 'https://…' })
})

test('what is typed over a private window is told over private windows alone, and forgotten with them', async () => {
  await keepDraft(session, 'probe.link', 'ordinary', false)
  await keepDraft(session, 'probe.link', 'private', true)
  expect(draftsIn(await session.get(null), true)).toEqual({ 'probe.link': 'private' })
  await forgetPrivateDrafts(session)
  expect(draftsIn(await session.get(null), true)).toEqual({})
  expect(draftsIn(await session.get(null), false)).toEqual({ 'probe.link': 'ordinary' })
})
