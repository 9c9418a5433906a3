import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { POSTBACK_TIMEOUT_MS, postbackSender } from '../../lib/browser/send-postback.ts'
import { MAX_BODY_BYTES } from '../../lib/postback/limits.ts'
import { fakeWebRequest } from './fake-web-request.ts'
import { type Receiver, startReceiver } from './receiver.ts'

const URL_ASKED = 'https://trk.test/postback?cid=c-1'
const browser = fakeWebRequest()

/** A sender over a `fetch` that a test plays. */
const sender = (fetch: (url: string, init: RequestInit) => Promise<Response>) =>
  postbackSender({ fetch: fetch as typeof globalThis.fetch, webRequest: browser.webRequest, now: () => Date.now() })

afterEach(() => {
  vi.useRealTimers()
  expect(browser.listening(), 'listeners left behind').toBe(0)
})

describe('a postback to a real server', () => {
  let receiver: Receiver
  beforeEach(async () => {
    receiver = await startReceiver()
  })
  afterEach(() => receiver.close())
  const send = (path: string, method: 'GET' | 'POST' = 'GET') => sender(fetch)({ method, url: receiver.origin + path })

  test('comes back with status, headers, body and time', async () => {
    const { response, failure, durationMs } = await send('/ok?cid=x')
    expect(failure).toBeNull()
    expect(response).toMatchObject({ status: 200, body: 'success=true;', bodyTruncated: false })
    expect(response?.headers).toContainEqual({ name: 'content-length', value: '13' })
    expect(durationMs).toBeGreaterThanOrEqual(0)
  })

  test('follows redirects and says where it ended', async () => {
    const { response } = await send('/redirect')
    expect(response?.finalUrl).toBe(`${receiver.origin}/ok?cid=x`)
  })

  test('by POST goes to the same URL with an empty body', async () => {
    await send('/ok?cid=x&payout=1', 'POST')
    expect(receiver.requests).toEqual([{ method: 'POST', url: '/ok?cid=x&payout=1', body: '' }])
  })

  test('keeps 64 KiB of a larger body', async () => {
    const { response, failure } = await send('/big')
    expect([response?.body.length, response?.bodyTruncated, failure]).toEqual([MAX_BODY_BYTES, true, null])
  })

  test('has an empty body where there is none', async () => {
    expect((await send('/204')).response).toMatchObject({ status: 204, body: '', bodyTruncated: false })
  })

  test('keeps a 500 as an answer, not as a failure', async () => {
    expect(await send('/500')).toMatchObject({ response: { status: 500 }, failure: null })
  })
})

test('neither cookies nor referrer nor cache have a part in it', async () => {
  let asked: RequestInit = {}
  await sender(async (_, init) => {
    asked = init
    return new Response('')
  })({ method: 'GET', url: URL_ASKED })
  expect(asked).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' })
})

test('bytes that are no UTF-8 become replacement characters', async () => {
  const { response } = await sender(async () => new Response(new Uint8Array([0x61, 0xff, 0xe2, 0x82])))({
    method: 'GET',
    url: URL_ASKED,
  })
  expect(response?.body).toBe('a\ufffd\ufffd')
})

describe('why a postback failed is what the browser told', () => {
  const failing = (play: () => void) =>
    sender(async () => {
      play()
      throw new TypeError('Failed to fetch')
    })({ method: 'GET', url: `${URL_ASKED}#fragment` })

  test('of this request', async () => {
    const { failure, response } = await failing(() => {
      browser.begins('7', URL_ASKED)
      browser.fails('7', URL_ASKED, 'net::ERR_NAME_NOT_RESOLVED')
    })
    expect([failure?.kind, response]).toEqual(['host-not-found', null])
  })

  test('after a redirect too', async () => {
    const { failure } = await failing(() => {
      browser.begins('7', URL_ASKED)
      browser.begins('7', 'https://other.test/')
      browser.fails('7', 'https://other.test/', 'net::ERR_CONNECTION_REFUSED')
    })
    expect(failure?.kind).toBe('connection-refused')
  })

  test('a moment later too', async () => {
    const { failure } = await failing(() => {
      browser.begins('7', URL_ASKED)
      setTimeout(() => browser.fails('7', URL_ASKED, 'NS_ERROR_NET_RESET'), 5)
    })
    expect(failure?.kind).toBe('interrupted')
  })

  test('and never what it told of another request', async () => {
    vi.useFakeTimers()
    const sent = failing(() => {
      browser.begins('8', 'https://elsewhere.test/')
      browser.fails('8', 'https://elsewhere.test/', 'net::ERR_CERT_DATE_INVALID')
    })
    await vi.advanceTimersByTimeAsync(2_000)
    expect((await sent).failure).toEqual({ kind: 'network', message: 'The browser did not say why' })
  })
})

describe('a receiver that is silent', () => {
  const aborting = (signal: AbortSignal | null | undefined) =>
    new Promise<never>((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))

  test('is given up after the time limit', async () => {
    vi.useFakeTimers()
    const sent = sender((_, { signal }) => aborting(signal))({ method: 'GET', url: URL_ASKED })
    await vi.advanceTimersByTimeAsync(POSTBACK_TIMEOUT_MS - 1)
    expect(browser.listening()).toBeGreaterThan(0)
    await vi.advanceTimersByTimeAsync(1)
    expect(await sent).toMatchObject({
      durationMs: POSTBACK_TIMEOUT_MS,
      response: null,
      failure: { kind: 'timeout' },
    })
  })

  test('in the middle of its body is given up too, and what came is kept', async () => {
    vi.useFakeTimers()
    const sent = sender(async (_, { signal }) => {
      const body = new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode('succ'))
          signal?.addEventListener('abort', () => controller.error(signal.reason))
        },
      })
      return new Response(body)
    })({ method: 'GET', url: URL_ASKED })
    await vi.advanceTimersByTimeAsync(POSTBACK_TIMEOUT_MS)
    expect(await sent).toMatchObject({
      response: { status: 200, body: 'succ', bodyTruncated: true },
      failure: { kind: 'timeout' },
    })
  })
})

describe('redirects', () => {
  const answerOf = (url: string) =>
    Object.defineProperties(new Response('OK'), { url: { value: url }, redirected: { value: true } })
  const HOME = 'https://trk.test/home'

  test('are listed in order, also when the browser tells the last of them after the answer', async () => {
    const { redirects } = await sender(async () => {
      browser.begins('1', URL_ASKED)
      browser.redirects('1', URL_ASKED, 307, 'https://trk.test/a')
      setTimeout(() => browser.redirects('1', 'https://trk.test/a', 302, HOME), 5)
      return answerOf(HOME)
    })({ method: 'GET', url: URL_ASKED })
    expect(redirects).toEqual([
      { url: URL_ASKED, status: 307, to: 'https://trk.test/a' },
      { url: 'https://trk.test/a', status: 302, to: HOME },
    ])
  })

  test('of somebody else’s request are none of ours', async () => {
    vi.useFakeTimers()
    const sent = sender(async () => {
      browser.begins('1', URL_ASKED)
      browser.redirects('2', URL_ASKED, 302, HOME)
      return answerOf(HOME)
    })({ method: 'GET', url: URL_ASKED })
    await vi.advanceTimersByTimeAsync(2_000)
    expect((await sent).redirects).toBeUndefined()
  })
})

describe('trying again', () => {
  const answers = (...statuses: number[]) => {
    const asked: number[] = []
    const fetch = async () => {
      asked.push(statuses[asked.length] ?? 200)
      return new Response('', { status: asked.at(-1) ?? 200 })
    }
    return { asked, send: sender(fetch) }
  }
  const settled = async <T>(promise: Promise<T>): Promise<T> => {
    await vi.advanceTimersByTimeAsync(60_000)
    return promise
  }

  test('stops at the first that is answered otherwise, and remembers the others', async () => {
    vi.useFakeTimers()
    const { asked, send } = answers(503, 503, 200)
    const sent = await settled(send({ method: 'GET', url: URL_ASKED }, { retries: 3 }))
    expect(asked).toEqual([503, 503, 200])
    expect(sent).toMatchObject({ response: { status: 200 }, earlierTries: [{ status: 503 }, { status: 503 }] })
  })

  test('is done no more often than it is set', async () => {
    vi.useFakeTimers()
    const { asked, send } = answers(503, 503, 503)
    await settled(send({ method: 'GET', url: URL_ASKED }, { retries: 1 }))
    expect(asked).toHaveLength(2)
  })

  test('is not done after a refusal, or unless it is set', async () => {
    const refused = answers(400)
    await refused.send({ method: 'GET', url: URL_ASKED }, { retries: 3 })
    const unset = answers(503)
    await unset.send({ method: 'GET', url: URL_ASKED })
    expect([refused.asked.length, unset.asked.length]).toEqual([1, 1])
  })
})

test('first the browser is listened to, then the origin hidden, then sent, in a browser that cannot hide it too', async () => {
  const order: string[] = []
  const { onErrorOccurred } = browser.webRequest
  const listening = {
    ...browser.webRequest,
    onErrorOccurred: {
      ...onErrorOccurred,
      addListener: () => void order.push('listening'),
      removeListener: () => void order.push('over'),
    },
  } as unknown as typeof browser.webRequest
  const send = postbackSender({
    fetch: async () => {
      order.push('sent')
      return new Response('')
    },
    webRequest: listening,
    now: () => 0,
    prepare: async () => {
      order.push('prepared')
      throw new Error('no such rules')
    },
  })
  await send({ method: 'POST', url: URL_ASKED })
  expect(order).toEqual(['listening', 'prepared', 'sent', 'over'])
})
