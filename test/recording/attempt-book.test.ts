import { beforeEach, describe, expect, test, vi } from 'vitest'
import { type AttemptBook, attemptBook } from '../../lib/browser/attempt-book.ts'
import { serial } from '../../lib/browser/serial.ts'
import type { PostbackAttempt, PostbackRequest } from '../../lib/model/postback.ts'
import { earlierOfTransaction } from '../../lib/postback/request/repeated-transaction.ts'
import { MemoryStore } from './memory-store.ts'

const NOON = Date.parse('2026-11-21T12:00:00.000Z')

let store: MemoryStore
let book: AttemptBook
/** Of the attempts begun so far. */
let seconds: number

const open = () => attemptBook(store, serial(), () => NOON)

beforeEach(() => {
  store = new MemoryStore()
  book = open()
  seconds = 0
})

const to = (query: string): PostbackRequest => ({ method: 'GET', url: `https://trk.example/postback?${query}` })

const attempt = (id: string, more: Partial<PostbackAttempt> = {}): PostbackAttempt => ({
  version: 2,
  id,
  startedAt: new Date(NOON + ++seconds * 1000).toISOString(),
  request: to('cid=1'),
  durationMs: 5,
  response: null,
  failure: { kind: 'timeout', message: '' },
  classification: { class: 'no-answer' },
  ...more,
})

const ids = (attempts: readonly PostbackAttempt[]) => attempts.map(({ id }) => id)

/** Attempts of two paths, as they come to be. */
async function fired(): Promise<void> {
  await book.begin(attempt('a', { pathId: 'one' }))
  await book.begin(attempt('b', { pathId: 'two', request: to('cid=2&txid=T-7') }))
  await book.begin(attempt('c', { pathId: 'one', request: to('cid=1&txid=T-7') }))
  await book.begin(attempt('d', { request: to('cid=3') }))
}

describe('the attempts of a path', () => {
  test('are found newest first, and those of no path with none', async () => {
    await fired()
    expect(ids(await book.ofPath('one'))).toEqual(['c', 'a'])
    expect(ids(await book.ofPath('three'))).toEqual([])
    expect(ids(await book.ofPath(undefined))).toEqual([])
  })

  test('are told as they ended', async () => {
    const begun = attempt('a', { pathId: 'one', durationMs: null, failure: null })
    await book.begin(begun)
    await book.end({ ...begun, durationMs: 12, failure: { kind: 'tls', message: '' } })
    expect(await book.ofPath('one')).toMatchObject([{ durationMs: 12, failure: { kind: 'tls' } }])
  })

  test('are found without reading any other', async () => {
    await fired()
    await book.ofPath('one')
    const get = vi.spyOn(store, 'get')
    await book.ofPath('one')
    expect(get.mock.calls.flatMap(([keys]) => keys)).not.toContain(null)
    expect(get.mock.calls.flatMap(([keys]) => keys)).not.toContain('attempt:b')
  })
})

describe('the attempts of a transaction', () => {
  const earlier = async (request: PostbackRequest, clickIds: string[] = []) =>
    ids(earlierOfTransaction(request, await book.ofTransaction(request), undefined, new Set(clickIds)))

  test('are found by its ID, whatever click they reported', async () => {
    await fired()
    expect(await earlier(to('cid=9&txid=T-7'))).toEqual(['c', 'b'])
    expect(await earlier(to('cid=9&txid=T-8'))).toEqual([])
  })

  test('are found by the whole request where it has none', async () => {
    await fired()
    expect(await earlier(to('cid=3'))).toEqual(['d'])
    expect(await earlier(to('cid=4'))).toEqual([])
  })

  test('are found by the whole request where its only one is the click ID', async () => {
    await book.begin(attempt('a', { request: to('transaction_id=c-1&payout=5') }))
    await book.begin(attempt('b', { request: to('transaction_id=c-1&payout=7') }))
    expect(await earlier(to('transaction_id=c-1&payout=5'), ['c-1'])).toEqual(['a'])
  })

  test('are no others that happen to share their place in the index', async () => {
    // The two texts have one number: "Aa" and "BB" are the classic pair.
    await book.begin(attempt('a', { request: to('txid=Aa') }))
    expect(ids(await book.ofTransaction(to('txid=BB')))).toEqual(['a'])
    expect(await earlier(to('txid=BB'))).toEqual([])
  })

  test('cost little where a request has thousands', async () => {
    const many = to(Array.from({ length: 5_000 }, (_, n) => `txid=${n}`).join('&'))
    await book.begin(attempt('a', { request: many }))
    expect(store.items.size).toBeLessThan(30)
    expect(await earlier(many)).toEqual(['a'])
  })
})

describe('an attempt', () => {
  test('is begun once', async () => {
    expect([await book.begin(attempt('a')), await book.begin(attempt('a'))]).toEqual([true, false])
  })

  test('that begins beside another is in the index like it', async () => {
    await Promise.all(['a', 'b', 'c'].map((id) => book.begin(attempt(id, { pathId: 'one' }))))
    expect(ids(await book.ofPath('one'))).toEqual(['c', 'b', 'a'])
  })

  test('is begun whole or not at all: it and its place are one write', async () => {
    const set = vi.spyOn(store, 'set')
    await book.begin(attempt('a', { pathId: 'one' }))
    const withIt = set.mock.calls.filter(([items]) => 'attempt:a' in items)
    expect(withIt.map(([items]) => items['attempts-of:path:one'])).toEqual([['a']])
  })
})

describe('the index', () => {
  const kept = (id: string, pathId: string) => ({ [`attempt:${id}`]: attempt(id, { pathId }) })

  test('is made of what a version without one has kept, also of its first', async () => {
    const { version: _, ...first } = attempt('v1', { pathId: 'one', request: to('txid=T-1') })
    await store.set({ ...kept('a', 'one'), ...kept('b', 'two'), 'attempt:v1': { ...first, templateId: 't' } })
    expect(ids(await book.ofPath('one')).toSorted()).toEqual(['a', 'v1'])
    expect(ids(await book.ofTransaction(to('txid=T-1')))).toEqual(['v1'])
  })

  test('is made before the first attempt that this version adds', async () => {
    await store.set(kept('a', 'one'))
    await book.begin(attempt('b', { pathId: 'one' }))
    expect(ids(await open().ofPath('one')).toSorted()).toEqual(['a', 'b'])
  })

  test.each([
    ['is no list', 'x'],
    ['lists no ids', [7, null]],
    ['is null', null],
  ])('is made anew where what stands in it %s', async (_, damaged) => {
    await fired()
    await store.set({ 'attempts-of:path:one': damaged })
    expect(ids(await book.ofPath('one'))).toEqual(['c', 'a'])
    await store.set({ 'attempts-of:path:one': damaged })
    await book.begin(attempt('e', { pathId: 'one' }))
    expect(ids(await book.ofPath('one'))).toEqual(['e', 'c', 'a'])
  })

  test('that names what is gone, or of another path, finds neither', async () => {
    await fired()
    await store.set({ 'attempts-of:path:one': ['a', 'gone', 'b', 'a'] })
    expect(ids(await book.ofPath('one'))).toEqual(['a'])
  })

  test('forgets what is forgotten, and keeps no trace of it', async () => {
    await fired()
    await book.keepNewest(2)
    expect(ids(await book.ofPath('one'))).toEqual(['c'])
    expect(ids(await book.ofPath('two'))).toEqual([])
    expect(JSON.stringify([...store.items])).not.toMatch(/two|T-7.*T-7/)
    await book.keepNewest(0)
    expect([...store.items.keys()]).toEqual(['attempts-indexed'])
  })

  test('is made once, of thousands', async () => {
    await store.set(Object.assign({}, ...Array.from({ length: 3_000 }, (_, n) => kept(`a${n}`, `p${n % 3}`))))
    const get = vi.spyOn(store, 'get')
    expect(await book.ofPath('p1')).toHaveLength(1_000)
    expect(await open().ofPath('p2')).toHaveLength(1_000)
    expect(get.mock.calls.filter(([keys]) => keys === null)).toHaveLength(1)
  })
})
