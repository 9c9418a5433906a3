import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { TransportFailure } from '../../lib/model/postback.ts'
import { classify } from '../../lib/postback/answers/classify.ts'
import { GENERIC_PHRASES } from '../../lib/postback/answers/generic-phrases.ts'
import { explain } from '../../lib/postback/explain.ts'
import { answered, failed, underWay } from './build.ts'

test('an attempt without an answer yet is pending', () => {
  expect(explain(underWay).tone).toBe('pending')
})

describe('a success status alone', () => {
  test.each([
    [200, ''],
    [200, '1'],
    [200, 'GIF89a\u0001'],
    [200, '{"ts":1795261462}'],
    [202, ''],
    [204, ''],
  ])('%i with body %j is never called a conversion', (status, body) => {
    const { tone, title, detail, next } = explain(answered(status, body))
    expect(tone).toBe('warning')
    expect(title).toBe(`The server answered ${status}`)
    expect(detail).toContain('not that the conversion was counted')
    expect(next).toContain('conversion log')
  })

  test('with a web page points at the URL', () => {
    const page = `<!doctype html><title>Sign in</title>${'<p>Missing your id? Conversion accepted.</p>'.repeat(20)}`
    expect(explain(answered(200, page)).title).toBe('The server answered 200 with a web page')
  })
})

test('a receiver that says it accepted it is quoted, as its word', () => {
  expect(explain(answered(200, 'success=true;'))).toMatchObject({
    tone: 'ok',
    title: 'The receiver says it accepted it',
    detail: 'It answered 200 with “success=true;”.',
  })
})

test('a 200 whose body refuses is an error with the phrase quoted', () => {
  const { tone, detail } = explain(answered(200, '{"status":"error","message":"Invalid click ID"}'))
  expect(tone).toBe('error')
  expect(detail).toContain('Invalid click ID')
})

test('a duplicate is a warning, by 200 or by 409', () => {
  expect([200, 409].map((status) => explain(answered(status, 'Duplicate conversion')).tone)).toEqual([
    'warning',
    'warning',
  ])
})

test('a phrase deep in a long body is quoted with what stands around it', () => {
  const { detail } = explain(answered(200, `${'x '.repeat(500)}click not found${' y'.repeat(500)}`))
  expect(detail).toMatch(/…x .*click not found.*…/)
  expect(detail.length).toBeLessThan(220)
})

test('a refusal in a short error page is read', () => {
  expect(explain(answered(404, '<html><body><h1>Click <b>not found</b></h1></body></html>')).title).toBe(
    'The receiver does not know this click',
  )
})

describe('what the documentation of trackers and networks says they write', () => {
  test.each([
    ['TUNE', 'success=true;', 'accepted'],
    ['TUNE', 'success=false; err_msg=Could not be processed;', 'rejected'],
    ['TUNE', 'success=false; err_msg=Invalid Trans. ID #abc.;', 'invalid-click'],
    ['TUNE', 'success=false; err_msg=Duplicate conversion;', 'duplicate'],
    ['Affise', '{"status":1}', 'accepted-pending'],
    ['Affise', '{"status":2}', 'rejected'],
    ['Affise', 'Access denied', 'unauthorized'],
    ['Affise', 'Current IP-address is denied', 'unauthorized'],
    ['Affise', 'Broken clickid', 'invalid-click'],
    ['Affise', 'Click_id: invalid format', 'invalid-click'],
    ['Affise', 'Missing mandatory parameter clickid/click_id or ref_id or aimp_id', 'missing-parameter'],
    ['Affise', 'Offer disabled', 'offer-inactive'],
    ['Affise', 'Conversion exists', 'duplicate'],
    ['Affise', 'Conversion status is not pending', 'not-updatable'],
    ['Affise Reach', 'Click ID is missing', 'missing-parameter'],
    ['Affise Reach', 'Click not found', 'unmatched'],
    ['Affise Reach', 'Campaign not found', 'unmatched'],
    ['Affise Reach', 'Campaign is not active', 'offer-inactive'],
    ['Affise Reach', 'Secure code is not valid', 'unauthorized'],
    ['Affise Reach', 'Goal not found in campaign', 'invalid-event'],
    ['Affise Reach', 'Internal error. Please address to support', 'server-error'],
    ['Offer18', 'Conversion Recorded', 'accepted'],
    ['Offer18', 'invalid transaction 42', 'invalid-click'],
    ['Offer18', 'auth_token mismatch', 'unauthorized'],
    ['Offer18', 'Cleared due to Multi Conversion', 'duplicate'],
    ['Offer18', 'Cleared due to click expiry', 'stale'],
    ['Offer18', 'cleared: event not found', 'invalid-event'],
    ['Offer18', 'IP not in Whitelist', 'unauthorized'],
    ['Trackier', 'OK', 'accepted'],
    ['Trackier', 'INVALID_CLICK_ID', 'invalid-click'],
    ['Trackier', 'INVALID_SECURITY_TOKEN', 'unauthorized'],
    ['Trackier', 'DUPLICATE_CLICK_ID', 'duplicate'],
    ['Trackier', 'INVALID_GOAL_ID', 'invalid-event'],
    ['Trackier', 'NO_SESSION_ID', 'unmatched'],
    ['Trackier', 'EMPTY', 'missing-parameter'],
    ['Everflow', 'error 1: Throttled', 'throttled'],
    ['Everflow', 'error 4: Over caps', 'capped'],
    ['Everflow', 'error 5: Lookback', 'stale'],
    ['Everflow', 'error 12: Invalid transaction id', 'invalid-click'],
    ['Keitaro', 'SubId not found "x1"', 'unmatched'],
    ['Keitaro', 'Incorrect SubId', 'invalid-click'],
    ['Keitaro', 'Conversion by pair "SubId + tid" already exists. Postback ignored', 'duplicate'],
    ['Scaleo', 'Multiple Conversions are not Allowed', 'duplicate'],
    ['Scaleo', '{"status":"success","code":200,"name":"OK"}', 'accepted'],
    ['a PHP tracker', '{"code":500,"message":"affid or offerid or subid is missing","data":null}', 'missing-parameter'],
    ['TikTok', '{"code":0,"message":"OK","request_id":"2026"}', 'accepted'],
  ])('%s: %s', (_, body, expected) => {
    expect(classify(answered(200, body))?.class).toBe(expected)
  })
})

test.each([
  '{"status":"ok","duplicate":false,"error":null}',
  '{"status":"success","errors":[],"is_duplicate":0}',
  '{"success":true,"error":""}',
])('%s is a yes: what it denies is not held against it', (body) => {
  expect(explain(answered(200, body)).tone).toBe('ok')
})

test('each class of phrase is named once', () => {
  const classes = GENERIC_PHRASES.map((phrase) => phrase.class)
  expect(new Set(classes).size).toBe(classes.length)
})

describe('HTTP refusals are told apart:', () => {
  test.each([
    [302, 'The receiver sends elsewhere, but does not say where'],
    [400, 'The receiver did not understand it'],
    [401, 'The receiver refused access'],
    [403, 'The receiver refused access'],
    [404, 'There is nothing at this address'],
    [405, 'The receiver does not take this method'],
    [418, 'The receiver refused it'],
    [429, 'Too many requests for the receiver'],
    [500, 'The receiver failed with an error of its own'],
    [503, 'The receiver failed with an error of its own'],
  ])('%i', (status, title) => {
    const explanation = explain(answered(status))
    expect(explanation).toMatchObject({ tone: 'error', title })
    expect(explanation.detail).toContain(String(status))
  })
})

test('a refusal in words says more than its status', () => {
  expect(explain(answered(404, '{"message":"Click ID not found"}')).title).toBe('The receiver does not know this click')
})

test('a 500 is a failure of the server, though its body says OK', () => {
  expect(explain(answered(500, 'OK')).tone).toBe('error')
})

test('a 4xx is a refusal, though its body says success', () => {
  expect(explain(answered(400, 'success=true')).tone).toBe('error')
})

test('every way of not arriving has its own words and a next step', () => {
  const told = TransportFailure.options.map((kind) => explain(failed({ kind, message: 'The browser’s words' })))
  expect(new Set(told.map(({ title }) => title)).size).toBe(TransportFailure.options.length)
  for (const explanation of told) {
    expect(explanation).toMatchObject({ tone: 'error', detail: 'The browser’s words.' })
    expect(explanation.next).not.toBe('')
  }
})

test('an answer that broke off in its body says what was there before', () => {
  const attempt = { ...answered(200, 'succ'), failure: { kind: 'interrupted' as const, message: 'Gone' } }
  expect(explain(attempt)).toMatchObject({ tone: 'error', detail: 'Gone. Before that it had answered 200.' })
})

test('no answer makes it throw, or run on', () => {
  const body = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('<script', '<', 'success', '"', ' ', 'required', 'id', 'error:', '[[click_id'),
  )
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 599 }), fc.array(body), fc.nat(3_000), (status, pieces, times) => {
      const { detail } = explain(answered(status, pieces.join('').repeat(times).slice(0, 65_536)))
      expect(detail.length).toBeLessThan(600)
    }),
  )
})
