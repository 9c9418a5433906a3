import { beforeEach, describe, expect, test, vi } from 'vitest'
import { analysis } from '../../lib/analysis/analysis.ts'
import { commandDesk } from '../../lib/browser/commands.ts'
import { pinnedStore } from '../../lib/browser/pinned-store.ts'
import type { Asked } from '../../lib/postback/ask-before.ts'
import { requestKey } from '../../lib/postback/request/request-key.ts'
import { emptyRecording } from '../../lib/recording/recording.ts'
import { fakeWebRequest } from '../postback/fake-web-request.ts'
import { MemoryStore } from './memory-store.ts'

let local: MemoryStore
let session: MemoryStore
/** What the clock says, ms since the epoch. */
let time: number
let fetched: ReturnType<typeof vi.fn<typeof fetch>>
let desk: (message: unknown) => Promise<unknown>

beforeEach(() => {
  local = new MemoryStore()
  session = new MemoryStore()
  time = 0
  fetched = vi.fn<typeof fetch>(async () => new Response('OK'))
  desk = commandDesk({
    local,
    session,
    recording: async () => emptyRecording(),
    analysis: async () => analysis,
    record: async () => {},
    askPage: async () => undefined,
    clear: async () => {},
    forgetPrivate: async () => {},
    pause: async () => {},
    resume: async () => {},
    isPaused: async () => false,
    isPrivate: async () => false,
    pinned: pinnedStore(),
    fetch: fetched,
    webRequest: fakeWebRequest().webRequest,
    generator: { name: 'clickpath', version: '0.0.0' },
    now: () => time,
  })
})

const attemptKeys = (store: MemoryStore) => [...store.items.keys()].filter((key) => key.startsWith('attempt:'))

const FIRE = {
  type: 'fire-postback',
  attemptId: 'a1',
  request: { method: 'GET', url: 'https://trk.example/postback?cid=1' },
  private: false,
}

test('a secret is sent, and in what is kept its name stands in its place', async () => {
  await desk({
    ...FIRE,
    request: { method: 'GET', url: 'https://trk.example/postback?cid=1&token=s3cr3t-key' },
    secrets: { token: 's3cr3t-key' },
  })
  expect(fetched.mock.calls[0]?.[0]).toContain('s3cr3t-key')
  expect(JSON.stringify([...local.items])).not.toContain('s3cr3t-key')
  expect(await local.get('attempt:a1')).toMatchObject({
    'attempt:a1': { request: { url: 'https://trk.example/postback?cid=1&token={token}' } },
  })
})

describe('a command', () => {
  test('is carried out: a postback is sent once and kept', async () => {
    await desk(FIRE)
    expect(await desk(FIRE)).toBeUndefined()
    expect(fetched).toHaveBeenCalledTimes(1)
    expect(attemptKeys(local)).toEqual(['attempt:a1'])
  })

  test.each([
    ['an unknown command', { type: 'eval', code: '1' }],
    ['a postback without its method', { ...FIRE, request: { url: FIRE.request.url } }],
    ['an attempt without an id', { ...FIRE, attemptId: '' }],
    ['nothing', undefined],
  ])('is refused in words when it is %s', async (_, message) => {
    await expect(desk(message)).rejects.toThrow('did not understand its own page')
    expect(fetched).not.toHaveBeenCalled()
    expect(local.items.size).toBe(0)
  })
})

describe('an endpoint', () => {
  const ENDPOINT = {
    id: 'e1',
    name: 'Partner',
    url: 'https://trk.example/postback?cid={clickid}&key={token}',
    method: 'POST',
    mapping: {},
    values: { clickid: 'c-7', amount: '5' },
    secrets: { token: 's3cret' },
    body: { type: 'form', rows: [{ name: 'payout', value: '{amount}' }] },
  }

  test('is prepared with its secrets as their macros', async () => {
    const prepared = await desk({ type: 'prepare-postback', tabId: 1, endpoint: ENDPOINT })
    expect(prepared).toMatchObject({ request: { url: 'https://trk.example/postback?cid=c-7&key={token}' } })
    expect(JSON.stringify(prepared)).not.toContain('s3cret')
  })

  test('is fired with its body and secrets, which no store gets to see', async () => {
    await desk({ type: 'fire-endpoint', attemptId: 'a2', tabId: 1, endpoint: ENDPOINT, private: false })
    const [url, init] = fetched.mock.calls[0] ?? []
    expect(url).toBe('https://trk.example/postback?cid=c-7&key=s3cret')
    expect(init?.body).toBe('payout=5')
    expect(JSON.stringify([...local.items])).not.toContain('s3cret')
  })

  test('whose transaction was sent before is not sent again before the person has agreed to it', async () => {
    const fire = (attemptId: string, agreed?: string) =>
      desk({
        type: 'fire-endpoint',
        attemptId,
        tabId: 1,
        endpoint: ENDPOINT,
        private: false,
        ...(agreed && { agreed }),
      })
    await fire('a1')
    const asked = (await fire('a2')) as Asked
    expect(asked.sentBefore).toBe('1970-01-01T00:00:00.000Z')
    expect(JSON.stringify(asked)).not.toContain('s3cret')
    expect(fetched).toHaveBeenCalledTimes(1)
    expect(await fire('a3', requestKey(asked.request))).toBeUndefined()
    expect(fetched).toHaveBeenCalledTimes(2)
  })
})

test('of attempts fired from private windows the newest forty are kept, in memory alone', async () => {
  await session.set({ 'tab:1': { number: 1 }, 'draft:probe.link': 'x' })
  for (let n = 1; n <= 45; n++) {
    time = n * 1000
    await desk({ ...FIRE, attemptId: `a${n}`, private: true })
  }
  expect(attemptKeys(session)).toEqual(Array.from({ length: 40 }, (_, n) => `attempt:a${n + 6}`))
  expect([...session.items.keys()]).toEqual(expect.arrayContaining(['tab:1', 'draft:probe.link']))
  expect(local.items.size).toBe(0)
})

test('attempts of ordinary windows are all kept', async () => {
  for (let n = 1; n <= 45; n++) await desk({ ...FIRE, attemptId: `a${n}` })
  expect(attemptKeys(local)).toHaveLength(45)
})
