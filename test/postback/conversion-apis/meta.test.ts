import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import type { ConversionApi } from '../../../lib/model/conversion-api.ts'
import type { PostbackAttempt, PostbackRequest } from '../../../lib/model/postback.ts'
import { classify } from '../../../lib/postback/answers/classify.ts'
import { phrasesOf } from '../../../lib/postback/answers/system-phrases.ts'
import { fbcOf } from '../../../lib/postback/conversion-apis/click-keys.ts'
import type { ConversionEvent } from '../../../lib/postback/conversion-apis/conversion-event.ts'
import { meta } from '../../../lib/postback/conversion-apis/meta.ts'
import errors from '../../../lib/postback/conversion-apis/meta-errors.json' with { type: 'json' }
import { MetaErrorRow } from '../../../lib/postback/conversion-apis/meta-errors.ts'
import { PERSON_FIELDS } from '../../../lib/postback/conversion-apis/person.ts'
import { tiktok } from '../../../lib/postback/conversion-apis/tiktok.ts'
import { ACCESS_TOKEN, answerGraph, EXPIRED_TOKEN, PIXEL_ID } from '../../funnel/graph/answer-graph.ts'
import { answered } from '../build.ts'

const digest = async (text: string) => createHash('sha256').update(text).digest('hex')
const NOW = Date.parse('2026-11-21T09:00:00.000Z')
const FBCLID = 'IwAR2kYd8sZ0vQ3x_aB-9'

const api = (more: Partial<ConversionApi> = {}): ConversionApi => ({
  id: 'm',
  name: 'Meta',
  platform: 'meta',
  baseUrl: 'https://graph.test/',
  apiVersion: 'v24.0',
  pixelId: PIXEL_ID,
  token: ACCESS_TOKEN,
  testEventCode: 'TEST12345',
  ...more,
})

const event = (more: Partial<ConversionEvent> = {}): ConversionEvent => ({
  name: 'Purchase',
  at: NOW,
  sourceUrl: 'https://shop.test/thanks',
  eventId: 'order-1',
  value: '12.50',
  currency: 'eur',
  userAgent: 'Mozilla/5.0',
  click: { fbc: fbcOf(FBCLID, NOW) ?? '' },
  person: { em: ' Ann@Example.COM ' },
  ...more,
})

/** Sends to a double of the Graph API. */
async function send(request: PostbackRequest): Promise<PostbackAttempt> {
  const url = new URL(request.url)
  const answer = answerGraph(
    {
      method: request.method,
      host: url.host,
      path: url.pathname,
      query: url.search.slice(1),
      url: request.url,
      headers: { 'content-type': 'application/json' },
      body: request.body?.text ?? '',
    } as Parameters<typeof answerGraph>[0],
    new Date(NOW),
  ) as { status?: number; body?: string }
  return { ...answered(answer.status ?? 200, String(answer.body)), request }
}

const payloadOf = ({ body }: PostbackRequest) => JSON.parse(body?.text ?? '')

describe('an event for Meta', () => {
  test('is taken by a double of the Graph API', async () => {
    const request = await meta.build(api(), event(), digest)
    const { response } = await send(request)
    expect(response && meta.read(response, request)).toMatchObject({
      tone: 'warning',
      title: 'Meta took it as a test event',
      received: 1,
      code: null,
    })
  })

  test('says what Meta documents: seconds, hashes, fbc byte for byte, a number, a currency', async () => {
    const { url, body } = await meta.build(api(), event(), digest)
    expect(url).toBe(`https://graph.test/v24.0/${PIXEL_ID}/events`)
    expect(JSON.parse(body?.text ?? '')).toEqual({
      data: [
        {
          event_name: 'Purchase',
          event_time: NOW / 1000,
          event_id: 'order-1',
          action_source: 'website',
          event_source_url: 'https://shop.test/thanks',
          user_data: {
            em: [await digest('ann@example.com')],
            client_user_agent: 'Mozilla/5.0',
            fbc: `fb.1.${NOW}.${FBCLID}`,
          },
          custom_data: { value: 12.5, currency: 'EUR' },
        },
      ],
      test_event_code: 'TEST12345',
      access_token: ACCESS_TOKEN,
    })
  })

  test('holds nothing of the customer that is not hashed', async () => {
    const person = Object.fromEntries(
      PERSON_FIELDS.map((field) => [
        field,
        field === 'db' ? '1990-02-01' : field === 'ge' ? 'f' : `Visible ${field} 12`,
      ]),
    )
    const text = (await meta.build(api(), event({ person }), digest)).body?.text ?? ''
    expect(text.toLowerCase()).not.toMatch(/visible/)
    const { user_data: user } = payloadOf(await meta.build(api(), event({ person }), digest)).data[0]
    for (const field of PERSON_FIELDS) expect(user[field]?.[0], field).toMatch(/^[0-9a-f]{64}$/)
  })

  test('that was hashed already is not hashed again', async () => {
    const hash = await digest('ann@example.com')
    const { user_data: user } = payloadOf(
      await meta.build(api(), event({ person: { em: hash.toUpperCase() } }), digest),
    ).data[0]
    expect(user.em).toEqual([hash])
  })

  test('without a test code is live, and is said to be', async () => {
    const live = api({ testEventCode: ' ' })
    expect(payloadOf(await meta.build(live, event(), digest))).not.toHaveProperty('test_event_code')
    expect(meta.check(live, event(), NOW)).toContainEqual({
      severity: 'warning',
      message: expect.stringContaining('counts as a real one'),
    })
  })

  test('that is sound has nothing to be said of it', () => {
    expect(meta.check(api(), event(), NOW)).toEqual([])
  })

  test.each<[string, Partial<ConversionApi>, Partial<ConversionEvent>, RegExp]>([
    ['the version is misspelt', { apiVersion: '24' }, {}, /v24\.0/],
    ['there is no pixel', { pixelId: ' ' }, {}, /pixel is missing/],
    ['fbc counts in seconds', {}, { click: { fbc: `fb.1.1700000000.${FBCLID}` } }, /seconds/],
    ['the pixel is no number', { pixelId: 'my pixel' }, {}, /pixel is a number/],
    ['the token is missing', { token: '' }, {}, /token is missing/],
    ['the test code is misspelt', { testEventCode: 'test1' }, {}, /TEST12345/],
    ['the token would go in the clear', { baseUrl: 'http://gateway.test' }, {}, /in the clear/],
    ['it is too old', {}, { at: NOW - 8 * 86_400_000 }, /seven days/],
    ['it lies in the future', {}, { at: NOW + 3_600_000 }, /future/],
    ['a Purchase has no currency', {}, { currency: '' }, /value and a currency/],
    ['the value has a comma', {}, { value: '12,50' }, /no number/],
    ['nothing ties it to anyone', {}, { click: {}, person: {} }, /Too little/],
    ['fbc is broken', {}, { click: { fbc: 'fb.1.x' } }, /fbc is written/],
    ['the phone has no country code', {}, { person: { ph: '0171 1234' } }, /country code/],
  ])('%s: that is said before it is sent', (_, moreApi, moreEvent, words) => {
    expect(
      meta
        .check(api(moreApi), event(moreEvent), NOW)
        .map(({ message }) => message)
        .join('\n'),
    ).toMatch(words)
  })
})

describe('what Meta answers', () => {
  const refused = async (moreApi: Partial<ConversionApi>, moreEvent: Partial<ConversionEvent> = {}) => {
    const attempt = await send(await meta.build(api(moreApi), event(moreEvent), digest))
    const { response } = attempt
    return {
      told: response && meta.read(response, attempt.request),
      group: classify(attempt, phrasesOf('meta'))?.class,
    }
  }

  test.each<[string, Partial<ConversionApi>, Partial<ConversionEvent>, string, number, number | null]>([
    ['an expired token', { token: EXPIRED_TOKEN }, {}, 'unauthorized', 190, 463],
    ['a token that is none', { token: 'abcdefgh' }, {}, 'unauthorized', 190, null],
    ['another pixel', { pixelId: '99999' }, {}, 'unauthorized', 100, 33],
    ['an event of last month', {}, { at: NOW - 30 * 86_400_000 }, 'stale', 100, 2804003],
    ['nobody to match', {}, { click: {}, person: {} }, 'missing-parameter', 100, 2804050],
  ])('to %s is understood', async (_, moreApi, moreEvent, group, code, subcode) => {
    const { told, group: found } = await refused(moreApi, moreEvent)
    expect(found).toBe(group)
    expect(told).toMatchObject({ tone: 'error', code, subcode, traceId: expect.stringMatching(/^A/) })
    expect(told?.next).not.toBe('')
  })

  test('with an event taken is a test, or live', async () => {
    expect((await refused({})).group).toBe('test')
    expect((await refused({ testEventCode: '' })).group).toBe('accepted')
  })

  test('to an event that it takes with a warning says the warning', () => {
    const { response } = answered(
      200,
      '{"events_received":1,"messages":["Event time is near its end.",7],"fbtrace_id":"A1"}',
    )
    expect(response && meta.read(response, {})).toMatchObject({
      tone: 'warning',
      detail: expect.stringContaining('“Event time is near its end.”'),
    })
  })

  test('is a test or a live event as it was sent, whatever is set now', async () => {
    const [asTest, live] = await Promise.all(
      ['TEST12345', ''].map(async (testEventCode) => send(await meta.build(api({ testEventCode }), event(), digest))),
    )
    expect(asTest?.response && meta.read(asTest.response, asTest.request).title).toBe('Meta took it as a test event')
    expect(live?.response && meta.read(live.response, live.request).title).toBe('Meta took the event')
  })

  test('in whatever form never makes it throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (body) => {
        const { response } = answered(200, body)
        expect(response && meta.read(response, {}).title).not.toBe('')
        expect(response && tiktok.read(response, {}).title).not.toBe('')
      }),
    )
  })

  test('has a row of its own for each code, the subcodes first', () => {
    const rows = z.array(MetaErrorRow).parse(errors)
    const plain = new Set<number>()
    for (const { code, subcode } of rows) {
      if (subcode === undefined) plain.add(code)
      else expect(plain.has(code), `${code}/${subcode} comes too late`).toBe(false)
    }
  })
})
