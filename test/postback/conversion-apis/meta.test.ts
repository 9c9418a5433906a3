import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import type { ConversionApi } from '../../../lib/model/conversion-api.ts'
import type { PostbackAttempt, PostbackRequest } from '../../../lib/model/postback.ts'
import { classify } from '../../../lib/postback/answers/classify.ts'
import { phrasesOf } from '../../../lib/postback/answers/system-phrases.ts'
import { clickKeysOf, fbcOf, isFbc } from '../../../lib/postback/conversion-apis/click-keys.ts'
import type { ConversionEvent } from '../../../lib/postback/conversion-apis/conversion-event.ts'
import { meta } from '../../../lib/postback/conversion-apis/meta.ts'
import errors from '../../../lib/postback/conversion-apis/meta-errors.json' with { type: 'json' }
import { MetaErrorRow } from '../../../lib/postback/conversion-apis/meta-errors.ts'
import { normalise } from '../../../lib/postback/conversion-apis/normalise.ts'
import { doubt, PERSON_FIELDS } from '../../../lib/postback/conversion-apis/person.ts'
import { tiktok } from '../../../lib/postback/conversion-apis/tiktok.ts'
import { ACCESS_TOKEN, answerGraph, EXPIRED_TOKEN, PIXEL_ID } from '../../funnel/graph/answer-graph.ts'
import { answered, identifier } from '../build.ts'

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

describe('a customer’s field is normalised as Meta says:', () => {
  test.each([
    ['em', '  Ann.Lee@Example.COM ', 'ann.lee@example.com'],
    ['ph', '+49 (0)171/123-45', '4917112345'],
    ['ph', '(0)171 12345', '17112345'],
    ['ph', '0044 20 7946 0000', '442079460000'],
    ['ph', '+1 (650) 561-1622', '16505611622'],
    ['fn', ' Mary-Ann ', 'maryann'],
    ['fn', 'Valéry', 'valéry'],
    ['ln', "O'Neil Jr.", 'oneiljr'],
    ['ge', 'Female', 'f'],
    ['ge', 'x', ''],
    ['ge', 'Mrs.', 'f'],
    ['ge', 'mujer', 'f'],
    ['ge', 'Männlich', 'm'],
    ['ge', 'Herr', 'm'],
    ['ge', 'Fellow traveller', ''],
    ['db', '1990-02-01', '19900201'],
    ['db', '1.2.1990', '19900201'],
    ['db', '02/01/1990', '19900201'],
    ['db', '31/12/1990', '19901231'],
    ['db', '1997-2-16', '19970216'],
    ['db', '31.02.1990', ''],
    ['db', '1.13.1990', ''],
    ['db', '01.01.1890', ''],
    ['ct', 'New York!', 'newyork'],
    ['ct', 'München', 'münchen'],
    ['ct', 'Saint-Étienne', 'saintétienne'],
    ['ct', 'Köln am Rhein', 'kölnamrhein'],
    ['fn', 'Vale\u0301ry', 'valéry'],
    ['ln', 'Weiß', 'weiß'],
    ['st', ' CA ', 'ca'],
    ['st', 'California', 'ca'],
    ['st', 'new york', 'ny'],
    ['st', 'Washington, D.C.', 'dc'],
    ['st', 'Québec', 'qc'],
    ['st', 'Nordrhein-Westfalen', 'nordrheinwestfalen'],
    ['st', 'Île-de-France', 'îledefrance'],
    ['st', 'constructor', 'constructor'],
    ['zp', '94035-1234', '94035'],
    ['zp', 'M1 1AE', 'm11ae'],
    ['zp', '01310-100', '01310100'],
    ['zp', '00-950', '00950'],
    ['zp', '75 018', '75018'],
    ['country', ' DE ', 'de'],
    ['country', 'United States', 'us'],
    ['country', 'Deutschland', 'de'],
    ['country', 'Österreich', 'at'],
    ['country', 'Côte d’Ivoire', 'ci'],
    ['country', 'Allemagne', 'de'],
    ['country', 'UK', 'gb'],
    ['country', 'U.S.A.', 'us'],
    ['country', 'Atlantis', 'atlantis'],
    ['external_id', ' User-7 ', 'user-7'],
  ] as const)('%s: %j', (field, typed, expected) => {
    expect(normalise(field, typed)).toBe(expected)
  })

  test.each([
    ['em', ' John_Smith@gmail.com', '62a14e44f765419d10fea99367361a727c12365e2520f32218d505ed9aa0f62f'],
    ['ph', '+1 (650)555-1212', 'e323ec626319ca94ee8bff2e4c87cf613be6ea19919ed1364124e16807ab3176'],
    ['fn', 'Mary', '6915771be1c5aa0c886870b6951b03d7eafc121fea0e80a5ea83beb7c449f4ec'],
    ['fn', '정', '8fa8cd9c440be61d0151429310034083132b35975c4bea67fdd74158eb51db14'],
    ['fn', 'Valéry', '08e1996b5dd49e62a4b4c010d44e4345592a863bb9f8e3976219bac29417149c'],
    ['db', '2/16/1997', '01acdbf6ec7b4f478a225f1a246e5d6767eeab1a7ffa17f025265b5b94f40f0c'],
    ['country', 'United States', '79adb2a2fce5c6ba215fe5f27f532d4e7edbac4b6a5e09e1ef3a08084a904621'],
  ] as const)('%s: %j has the hash that Meta publishes', async (field, typed, hash) => {
    expect(await digest(normalise(field, typed))).toBe(hash)
  })

  test('once is as good as twice', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PERSON_FIELDS), fc.string({ unit: 'grapheme' }), (field, typed) => {
        const once = normalise(field, typed)
        expect(normalise(field, once)).toBe(once)
      }),
    )
  })

  test('what cannot be right is told', () => {
    expect(doubt('em', 'ann@')).toContain('no address')
    expect(doubt('country', 'Atlantis')).toContain('two letters')
    expect(doubt('country', 'Germany')).toBeNull()
    expect(doubt('db', 'soon')).toContain('nothing of this')
    expect(doubt('em', '')).toBeNull()
  })
})

describe('fbc', () => {
  const path = (more: object = {}) => ({
    hops: [
      {
        index: 0,
        url: 'https://lp.test/',
        startedAt: NOW - 5,
        cause: 'link' as const,
        tabId: 1,
        method: 'GET',
        status: 200,
        error: null,
        fromCache: false,
        durationMs: null,
        ...more,
      },
    ],
    identifiers: [identifier('fbclid', FBCLID, { kind: 'ad-click-id' })],
  })

  test('is made of the fbclid at the time it was first seen', () => {
    expect(clickKeysOf(path())).toEqual({ fbc: `fb.1.${NOW - 5}.${FBCLID}` })
  })

  test('is the cookie’s own where the page has set it, with four parts or five', () => {
    for (const value of [`fb.2.1700000000000.${FBCLID}`, `fb.1.1700000000000.${FBCLID}.AQ`])
      expect(
        clickKeysOf(
          path({
            setCookies: [
              { name: '_fbc', value },
              { name: '_fbp', value: 'fb.1.1700000000000.123' },
            ],
          }),
        ),
      ).toEqual({
        fbc: value,
        fbp: 'fb.1.1700000000000.123',
      })
  })

  test('is of this click, where the cookie is left of an earlier one', () => {
    const setCookies = [{ name: '_fbc', value: 'fb.1.1700000000000.IwAROfAnEarlierClick' }]
    expect(clickKeysOf(path({ setCookies }))).toEqual({ fbc: `fb.1.${NOW - 5}.${FBCLID}` })
    expect(clickKeysOf({ ...path({ setCookies }), identifiers: [] })).toEqual({ fbc: setCookies[0]?.value })
  })

  test('is none of what is no fbclid', () => {
    expect([fbcOf('a b', NOW), fbcOf('x'.repeat(501), NOW), fbcOf(FBCLID, Number.NaN)]).toEqual([null, null, null])
  })

  test('of any fbclid has the form that Meta takes, and keeps it byte for byte', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9_-]{1,80}$/), fc.integer({ min: 1e12, max: 2e12 }), (fbclid, at) => {
        const fbc = fbcOf(fbclid, at)
        expect(fbc !== null && isFbc(fbc) && fbc.endsWith(`.${fbclid}`)).toBe(true)
      }),
    )
  })
})

describe('an event for TikTok', () => {
  const tt = api({
    platform: 'tiktok',
    baseUrl: tiktok.defaults.baseUrl,
    apiVersion: 'v1.3',
    pixelId: 'C4ABC',
    token: 'tt-token',
  })
  const ttEvent = event({ name: 'CompletePayment', click: { ttclid: 'E.C.P.x' }, person: { ph: '+49 171 1' } })

  test('has its token in a header, and its fields where TikTok wants them', async () => {
    const request = await tiktok.build(tt, ttEvent, digest)
    expect(request).toMatchObject({
      url: 'https://business-api.tiktok.com/open_api/v1.3/event/track/',
      headers: [{ name: 'Access-Token', value: 'tt-token' }],
    })
    expect(payloadOf(request)).toMatchObject({
      event_source: 'web',
      event_source_id: 'C4ABC',
      test_event_code: 'TEST12345',
      data: [
        {
          event: 'CompletePayment',
          event_time: NOW / 1000,
          user: { ttclid: 'E.C.P.x', phone: await digest('+491711') },
          properties: { value: 12.5 },
        },
      ],
    })
    expect(request.body?.text).not.toContain('tt-token')
  })

  test('has the customer hashed as TikTok takes it, and nothing of them as it is', async () => {
    const person = {
      em: 'Ann@Example.com',
      ph: '+49 (0)171 1',
      fn: ' Mary Ann',
      ln: "O'Neil",
      zp: '94035-1234',
      ct: 'Berlin',
    }
    const request = await tiktok.build(tt, { ...ttEvent, person }, digest)
    expect(payloadOf(request).data[0].user).toEqual({
      ...{ ttclid: 'E.C.P.x', user_agent: 'Mozilla/5.0' },
      email: await digest('ann@example.com'),
      phone: await digest('+491711'),
      first_name: await digest('maryann'),
      last_name: await digest("o'neil"),
      zip_code: await digest('94035-1234'),
    })
    expect(tiktok.person).not.toContain('ct')
  })

  test('is refused by a code, whatever the status', () => {
    const { response } = answered(
      200,
      '{"code":40105,"message":"Access token is incorrect or has been revoked.","request_id":"r1"}',
    )
    expect(response && tiktok.read(response, {})).toMatchObject({
      tone: 'error',
      code: 40105,
      traceId: 'r1',
      detail: expect.stringContaining('revoked'),
    })
  })

  test.each([
    [0, 'TEST1', 'test'],
    [0, '', 'accepted'],
    [40105, '', 'unauthorized'],
    [40001, '', 'unauthorized'],
    [40002, 'TEST1', 'bad-request'],
    [40100, '', 'throttled'],
    [51000, '', 'rejected'],
  ])('with code %i to test code %j is taken for %s among the attempts too', async (code, testEventCode, group) => {
    const request = await tiktok.build({ ...tt, testEventCode }, ttEvent, digest)
    const attempt = { ...answered(200, JSON.stringify({ code, message: 'OK', request_id: 'r1', data: {} })), request }
    expect(classify(attempt, phrasesOf('tiktok'))?.class).toBe(group)
  })

  test('is checked before it is sent', () => {
    expect(tiktok.check(tt, ttEvent, NOW)).toEqual([])
    expect(tiktok.check(tt, { ...ttEvent, click: {} }, NOW)[0]?.message).toContain('ttclid')
  })
})
