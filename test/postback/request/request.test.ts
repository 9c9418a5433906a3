import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Endpoint } from '../../../lib/model/endpoint.ts'
import type { PostbackAttempt, PostbackRequest } from '../../../lib/model/postback.ts'
import { presetOf } from '../../../lib/postback/presets/presets.ts'
import { buildRequest } from '../../../lib/postback/request/build-request.ts'
import { headerProblems, sendable } from '../../../lib/postback/request/headers.ts'
import { markTest, testMark } from '../../../lib/postback/request/mark-test.ts'
import { earlierOfTransaction, transactionOf } from '../../../lib/postback/request/repeated-transaction.ts'
import { patienceOf, waitBeforeRetry } from '../../../lib/postback/request/retry.ts'
import { rowsOf, withRows } from '../../../lib/postback/request/rows.ts'
import { answered, failed, identifier, template } from '../build.ts'

const PB = 'https://trk.test/pb'

describe('parameters as rows', () => {
  test('are text and macros, decoded', () => {
    expect(rowsOf(`${PB}?cid={clickid}&n=a%20b&mix=x-{aff_sub}-%26&flag`)).toEqual([
      { name: 'cid', value: '{clickid}' },
      { name: 'n', value: 'a b' },
      { name: 'mix', value: 'x-{aff_sub}-&' },
      { name: 'flag', value: '' },
    ])
  })

  test('go back encoded once, macros as they are', () => {
    expect(
      withRows(`${PB}#f`, [
        { name: 'cid', value: '{clickid}' },
        { name: 'n', value: 'a b&c={x}' },
      ]),
    ).toBe(`${PB}?cid={clickid}&n=a%20b%26c%3D{x}#f`)
  })

  test('leave what no one edited byte for byte', () => {
    const url = `${PB}?a=%7e~+1&b=2&flag#x`
    const rows = rowsOf(url).map((row) => (row.name === 'b' ? { ...row, value: '3' } : row))
    expect(withRows(url, rows)).toBe(`${PB}?a=%7e~+1&b=3&flag#x`)
  })

  test('without any leave no question mark', () => {
    expect(withRows(`${PB}?a=1`, [])).toBe(PB)
  })

  test('of any kind come back as they went', () => {
    const row = fc.record({
      name: fc.string({ minLength: 1, unit: 'grapheme' }),
      value: fc.string({ unit: 'grapheme' }),
    })
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        expect(rowsOf(withRows(PB, rows))).toEqual(rows)
      }),
    )
  })
})

describe('a request', () => {
  const click = [identifier('clickid', 'c 1"2')]
  const endpoint = (more: Partial<Endpoint>): Endpoint =>
    Endpoint.parse({ ...template(`${PB}?cid={clickid}`), method: 'POST', ...more })

  test('as a form is encoded as forms are', () => {
    const body = {
      type: 'form' as const,
      rows: [
        { name: 'cid', value: '{clickid}' },
        { name: 'a&b', value: '1+1 é' },
      ],
    }
    expect(buildRequest(endpoint({ body }), click).request).toEqual({
      method: 'POST',
      url: `${PB}?cid=c%201%222`,
      body: { type: 'form', text: 'cid=c+1%222&a%26b=1%2B1+%C3%A9' },
    })
  })

  test('as JSON nests by dots, and takes numbers where they are asked for', () => {
    const rows = [
      { name: 'click.id', value: '{clickid}' },
      { name: 'click.paid', value: '{payout}', raw: true },
      { name: 'items', value: '[1,{"a":true}]', raw: true },
      { name: 'broken', value: '{"a"', raw: true },
    ]
    const { request } = buildRequest(endpoint({ body: { type: 'json', rows }, values: { payout: '12.5' } }), click)
    expect(JSON.parse(request.body?.text ?? '')).toEqual({
      click: { id: 'c 1"2', paid: 12.5 },
      items: [1, { a: true }],
      broken: '{"a"',
    })
  })

  test('does not fall for a name that JavaScript knows', () => {
    const rows = [
      { name: '__proto__.polluted', value: 'yes' },
      { name: 'constructor.x', value: '1' },
    ]
    const { request } = buildRequest(endpoint({ body: { type: 'json', rows } }), click)
    expect(request.body?.text).toBe('{"__proto__":{"polluted":"yes"},"constructor":{"x":"1"}}')
    expect({}).not.toHaveProperty('polluted')
  })

  test('by GET has no body', () => {
    const body = { type: 'form' as const, rows: [{ name: 'a', value: '1' }] }
    expect(buildRequest(endpoint({ method: 'GET', body }), click).request.body).toBeUndefined()
  })

  test('is sent with its secrets, and shown without', () => {
    const built = buildRequest(
      endpoint({
        url: `${PB}?cid={clickid}&t={token}`,
        headers: [{ name: 'Authorization', value: 'Bearer {token}' }],
        body: { type: 'json', rows: [{ name: 't', value: '{token}' }] },
        secrets: { token: 's3cr3t' },
      }),
      click,
    )
    expect(JSON.stringify(built.request).match(/s3cr3t/g)).toHaveLength(3)
    expect(JSON.stringify(built.shown)).not.toContain('s3cr3t')
    expect(built.shown).toMatchObject({ url: `${PB}?cid=c%201%222&t={token}`, headers: [{ value: 'Bearer {token}' }] })
  })

  test('never makes a click ID into a secret, whatever it is spelt like', () => {
    const hostile = [identifier('clickid', '{token}')]
    const { request } = buildRequest(
      endpoint({ body: { type: 'json', rows: [{ name: 'c', value: '{clickid}' }] }, secrets: { token: 's3cr3t' } }),
      hostile,
    )
    expect(JSON.stringify(request)).not.toContain('s3cr3t')
  })
})

describe('a header', () => {
  test.each([
    ['Origin', 'x', 'browser itself'],
    ['Sec-Fetch-Mode', 'x', 'browser itself'],
    ['Cookie', 'a=1', 'browser itself'],
    ['', 'x', 'no name'],
    ['X Y', 'x', 'no name for a header'],
    ['X-A', 'a\r\nEvil: 1', 'line break'],
    ['X-A', '日本', 'line break'],
  ])('%j: %j cannot be sent, and it is said why', (name, value, words) => {
    expect(headerProblems([{ name, value }])[0]?.message).toContain(words)
    expect(sendable([{ name, value }])).toEqual([])
  })

  test('of one’s own can', () => {
    expect(headerProblems([{ name: 'X-Api-Key', value: 'a b é' }])).toEqual([])
  })

  test('that is sendable is one that the browser takes', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 8 }),
        fc.string({ unit: 'binary', maxLength: 8 }),
        (name, value) => {
          for (const header of sendable([{ name, value }]))
            expect(() => new Headers([[header.name, header.value]])).not.toThrow()
        },
      ),
    )
  })
})

describe('a test', () => {
  const awin = presetOf('awin')

  test('is marked where the receiver has a way to', () => {
    const marked = markTest(`${PB}?cks={clickid}`, awin, true)
    expect(marked).toBe(`${PB}?cks={clickid}&testmode=1`)
    expect(testMark({ url: marked }, awin).state).toBe('marked')
    expect(markTest(marked, awin, false)).toBe(`${PB}?cks={clickid}`)
  })

  test('cannot be marked where no way is documented, and that is said', () => {
    expect(testMark({ url: PB }, presetOf('voluum'))).toEqual({ state: 'none' })
    expect(markTest(PB, presetOf('voluum'), true)).toBe(PB)
  })
})

describe('a transaction that was told before', () => {
  const request = (query: string): PostbackRequest => ({
    method: 'GET',
    url: `https://tracker.example/postback?${query}`,
  })
  const told = (query: string, attempt: PostbackAttempt = answered(200)): PostbackAttempt => ({
    ...attempt,
    request: request(query),
  })

  test('is found by its ID, whatever else differs', () => {
    expect(earlierOfTransaction(request('cid=2&txid=T1'), [told('cid=1&txid=T1')])).toHaveLength(1)
    expect(earlierOfTransaction(request('cid=1&txid=T2'), [told('cid=1&txid=T1')])).toEqual([])
  })

  test('without an ID is the very same request', () => {
    expect(earlierOfTransaction(request('cid=1'), [told('cid=1'), told('cid=2')])).toHaveLength(1)
  })

  test('does not count where it never got there', () => {
    const refused = failed({ kind: 'connection-refused', message: '' })
    const timedOut = failed({ kind: 'timeout', message: '' })
    expect(earlierOfTransaction(request('txid=1'), [told('txid=1', refused)])).toEqual([])
    expect(earlierOfTransaction(request('txid=1'), [told('txid=1', timedOut)])).toHaveLength(1)
  })

  test('is read by the name the receiver has for it, also from a body', () => {
    expect(transactionOf(request('rdtk_event_id=7'), presetOf('redtrack'))).toBe('7')
    expect(transactionOf({ ...request(''), method: 'POST', body: { type: 'json', text: '{"order_id":"J1"}' } })).toBe(
      'J1',
    )
    expect(transactionOf({ ...request(''), method: 'POST', body: { type: 'form', text: 'order_id=F+1' } })).toBe('F 1')
    expect(transactionOf({ ...request(''), method: 'POST', body: { type: 'json', text: '{' } })).toBeUndefined()
    const event = '{"data":[{"event_id":"E-7"}],"access_token":"{access_token}"}'
    expect(transactionOf({ ...request(''), method: 'POST', body: { type: 'json', text: event } })).toBe('E-7')
    const deep = `${'['.repeat(20_000)}{"order_id":"1"}${']'.repeat(20_000)}`
    expect(transactionOf({ ...request(''), method: 'POST', body: { type: 'json', text: deep } })).toBeUndefined()
  })
})

describe('a failed try', () => {
  const { response } = answered(503)
  const asking = (value: string) => answered(429, '', { headers: [{ name: 'Retry-After', value }] })

  test('is repeated when it certainly was not taken', () => {
    expect(waitBeforeRetry({ response, failure: null }, 0, 1)).toBe(1_000)
    expect(waitBeforeRetry(failed({ kind: 'host-not-found', message: '' }), 1, 2)).toBe(2_000)
  })

  test.each(['timeout', 'interrupted', 'tls', 'network'] as const)('is not repeated after %s', (kind) => {
    expect(waitBeforeRetry(failed({ kind, message: '' }), 0, 3)).toBeNull()
  })

  test.each([200, 400, 401, 404, 500])('is not repeated after %i', (status) => {
    expect(waitBeforeRetry(answered(status), 0, 3)).toBeNull()
  })

  test('waits as long as the receiver asks, within reason', () => {
    expect(
      ['5', '0', 'Wed, 21 Oct 2026 07:28:00 GMT', '3600'].map((value) => waitBeforeRetry(asking(value), 0, 1)),
    ).toEqual([5_000, 1_000, 1_000, null])
  })

  test('is waited for no longer than all its tries may take', () => {
    expect(patienceOf(10_000, 0)).toBe(10_000)
    expect(patienceOf(10_000, 2)).toBeGreaterThanOrEqual(3 * 10_000 + 2 * 10_000)
  })
})
