import { describe, expect, test } from 'vitest'
import {
  attemptsIn,
  deleteEndpoint,
  endpointsIn,
  hasAttempt,
  isPostbackKey,
  saveAttempt,
  saveEndpoint,
} from '../../lib/browser/postback-store.ts'
import { Endpoint } from '../../lib/model/endpoint.ts'
import type { PostbackAttempt } from '../../lib/model/postback.ts'
import { MemoryStore } from './memory-store.ts'

const template = (id: string, name = id): Endpoint =>
  Endpoint.parse({
    id,
    name,
    url: 'https://trk.example/postback?cid={clickid}',
    method: 'GET',
    mapping: {},
    values: {},
  })

const NOON = '2026-11-21T12:00:00.000Z'
const attempt = (id: string, startedAt = NOON, more: Partial<PostbackAttempt> = {}): PostbackAttempt => ({
  version: 2,
  id,
  startedAt,
  request: { method: 'GET', url: 'https://trk.example/postback' },
  durationMs: null,
  response: null,
  failure: null,
  ...more,
})

describe('templates', () => {
  const saved = async (...templates: Endpoint[]) => {
    const store = new MemoryStore()
    for (const one of templates) await saveEndpoint(store, one)
    return store
  }

  test('are kept in the order in which they came', async () => {
    const store = await saved(template('b'), template('a'))
    expect(endpointsIn(await store.get(null)).map(({ id }) => id)).toEqual(['b', 'a'])
  })

  test('are replaced in their place', async () => {
    const store = await saved(template('b'), template('a'), template('b', 'new'))
    expect(endpointsIn(await store.get(null)).map(({ name }) => name)).toEqual(['new', 'a'])
  })

  test('can be deleted', async () => {
    const store = await saved(template('b'), template('a'))
    await deleteEndpoint(store, 'b')
    expect(endpointsIn(await store.get(null)).map(({ id }) => id)).toEqual(['a'])
  })

  test('that cannot be read cost only themselves', () => {
    expect(endpointsIn({ templates: [null, template('a'), { id: 'x' }, 7] }).map(({ id }) => id)).toEqual(['a'])
  })

  test.each([undefined, null, 'x', {}, 7])('are none where the store holds %j', (templates) => {
    expect(endpointsIn({ templates })).toEqual([])
  })
})

describe('attempts', () => {
  test('are told newest first', () => {
    const items = { 'attempt:1': attempt('1'), 'attempt:2': attempt('2', '2026-11-21T12:00:01.000Z') }
    expect(attemptsIn(items, Date.parse(NOON)).map(({ id }) => id)).toEqual(['2', '1'])
  })

  test('under way are under way', () => {
    expect(attemptsIn({ 'attempt:1': attempt('1') }, Date.parse(NOON) + 5_000)[0]?.failure).toBeNull()
  })

  test('that lost their worker are interrupted', () => {
    expect(attemptsIn({ 'attempt:1': attempt('1') }, Date.parse(NOON) + 60_000)[0]?.failure?.kind).toBe('interrupted')
  })

  test('that ended stay as they ended', () => {
    const failed = attempt('1', NOON, {
      durationMs: 9,
      failure: { kind: 'tls', message: 'bad certificate' },
      classification: { class: 'no-answer' },
    })
    expect(attemptsIn({ 'attempt:1': failed }, Date.parse(NOON) + 60_000)).toEqual([failed])
  })

  test('that were kept without what they were taken for are read anew', () => {
    const response = { status: 200, finalUrl: 'https://t.example/', headers: [], body: 'OK', bodyTruncated: false }
    const [told] = attemptsIn({ 'attempt:1': attempt('1', NOON, { durationMs: 9, response }) }, Date.parse(NOON))
    expect(told?.classification?.class).toBe('accepted')
  })

  test('that cannot be read are left out', () => {
    expect(attemptsIn({ 'attempt:1': 'x', 'attempt:2': null, other: attempt('3') }, 0)).toEqual([])
  })

  test('are known by their id, once begun', async () => {
    const store = new MemoryStore()
    await saveAttempt(store, attempt('1'))
    expect([await hasAttempt(store, '1'), await hasAttempt(store, '2')]).toEqual([true, false])
  })
})

test.each([
  ['templates', true],
  ['attempt:1', true],
  ['rec:1', false],
  ['templates2', false],
])('the key %s belongs to postbacks: %s', (key, belongs) => {
  expect(isPostbackKey(key)).toBe(belongs)
})

test('a template of a newer version is not shown, and not lost when another is saved', async () => {
  const newer = { ...template('n'), version: 3 }
  const store = new MemoryStore()
  await store.set({ templates: [newer] })
  await saveEndpoint(store, template('a'))
  const { templates } = await store.get('templates')
  expect(templates).toEqual([newer, template('a')])
})
