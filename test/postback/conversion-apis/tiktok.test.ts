import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { ConversionApi } from '../../../lib/model/conversion-api.ts'
import type { PostbackRequest } from '../../../lib/model/postback.ts'
import { classify } from '../../../lib/postback/answers/classify.ts'
import { phrasesOf } from '../../../lib/postback/answers/system-phrases.ts'
import type { ConversionEvent } from '../../../lib/postback/conversion-apis/conversion-event.ts'
import { tiktok } from '../../../lib/postback/conversion-apis/tiktok.ts'
import { answered } from '../build.ts'

const digest = async (text: string) => createHash('sha256').update(text).digest('hex')
const payloadOf = ({ body }: PostbackRequest) => JSON.parse(body?.text ?? '')
const NOW = Date.parse('2026-11-21T09:00:00.000Z')

const tt: ConversionApi = {
  ...{ id: 't', name: 'TikTok', platform: 'tiktok', ...tiktok.defaults },
  ...{ pixelId: 'C4ABC', token: 'tt-token', testEventCode: 'TEST12345' },
}
const ttEvent: ConversionEvent = {
  ...{ name: 'CompletePayment', at: NOW, sourceUrl: 'https://shop.test/thanks', eventId: 'order-1' },
  ...{ value: '12.50', currency: 'eur', userAgent: 'Mozilla/5.0' },
  click: { ttclid: 'E.C.P.x' },
  person: { ph: '+49 171 1' },
}

describe('an event for TikTok', () => {
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
