import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import type { PostbackAttempt } from '../../../lib/model/postback.ts'
import { bodyKind } from '../../../lib/postback/answers/body-kind.ts'
import { classify } from '../../../lib/postback/answers/classify.ts'
import rows from '../../../lib/postback/answers/phrases.json' with { type: 'json' }
import { PhraseRow, phrasesOf } from '../../../lib/postback/answers/system-phrases.ts'
import { explain } from '../../../lib/postback/explain.ts'
import { answered } from '../build.ts'

const ROWS = z.array(PhraseRow).parse(rows)

test('every row has just one way to be found, and a source', () => {
  for (const { says, pattern, status, echoOf, source } of ROWS) {
    expect(
      [pattern, status, echoOf].filter((way) => way !== undefined),
      says,
    ).toHaveLength(1)
    expect(source).not.toBe('')
  }
})

describe('what a system is documented to say is understood as it means it:', () => {
  const spelt = (says: string) =>
    says
      .replace(/^status (\d)$/, '{"status":$1}')
      .replace(/<\w+>|\{\w+\}/g, 'x1')
      .split(' / ')[0] ?? ''
  test.each(
    ROWS.filter(({ pattern, whenSent }) => pattern !== undefined && whenSent === undefined).map(
      (row) => [row.system, row.says, row.class] as const,
    ),
  )('%s: %s', (system, says, expected) => {
    expect(classify(answered(200, spelt(says)), phrasesOf(system))?.class).toBe(expected)
  })
})

describe('one answer, read for the system that gave it', () => {
  test.each([
    ['Taboola counts with a 204', 'taboola', 204, '', 'accepted'],
    ['Taboola refuses with a bare 400', 'taboola', 400, '', 'bad-request'],
    ['a 204 of any other decides nothing', 'voluum', 204, '', 'inconclusive'],
    ['an error number means what Everflow means by it', 'everflow', 200, 'error 5', 'stale'],
    ['and nothing anywhere else', 'binom', 200, 'error 5', 'inconclusive'],
    [
      'TikTok says no with a 200',
      'tiktok',
      200,
      '{"code":40105,"message":"Access token is incorrect"}',
      'unauthorized',
    ],
    ['or what its own code means is not known', 'tiktok', 200, '{"code":51000,"message":"x"}', 'rejected'],
    ['success=false says why', 'tune', 200, 'success=false; err_msg=Invalid Trans. ID #1.;', 'invalid-click'],
  ])('%s', (_, system, status, body, expected) => {
    expect(classify(answered(status, body), phrasesOf(system))?.class).toBe(expected)
  })

  const asking = (returned: string): PostbackAttempt => ({
    ...answered(200, 'probe-77'),
    request: { method: 'GET', url: `https://k.example/abc/postback?subid=1&return=${returned}` },
  })

  test('Keitaro that returns what return= asked for has taken it', () => {
    expect(classify(asking('probe-77'), phrasesOf('keitaro'))).toMatchObject({ class: 'accepted', start: 0, end: 8 })
  })

  test('and one that does not, has not said so', () => {
    expect(classify(asking('probe-78'), phrasesOf('keitaro'))?.class).toBe('inconclusive')
  })
})

describe('the words that decided are marked where they stand', () => {
  test.each([
    ['text', 'ERR: click not found (7)'],
    ['JSON', '{"code":404,"message":"click not found"}'],
    ['XML', '<?xml version="1.0"?><answer><error>click not found</error></answer>'],
    ['a short page', '<html><style>b{}</style><body><p>click not found</p></body></html>'],
  ])('in %s', (_, body) => {
    const { mark } = explain(answered(200, body))
    expect(body.slice(mark?.start, mark?.end)).toBe('click not found')
  })

  test('and where none did, nothing is marked', () => {
    expect(explain(answered(200, 'hello')).mark).toBeNull()
  })

  test('never outside the body', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 200, max: 599 }), (body, status) => {
        const { mark } = explain(answered(status, body))
        if (mark) expect(0 <= mark.start && mark.start < mark.end && mark.end <= body.length).toBe(true)
      }),
    )
  })
})

test('what an attempt was taken for when it was over stands', () => {
  const kept: PostbackAttempt = { ...answered(200, 'error 5'), classification: { class: 'stale', start: 0, end: 7 } }
  expect(explain(kept)).toMatchObject({ class: 'stale', tone: 'error', mark: { start: 0, end: 7 } })
})

describe('a body is', () => {
  const image = [{ name: 'Content-Type', value: 'image/gif' }]
  test.each([
    ['empty', '  \n', 'empty'],
    ['JSON after a byte order mark', '\uFEFF{"a":1}', 'json'],
    ['a page', '<!DOCTYPE html><p>', 'page'],
    ['XML', '<response status="1"/>', 'xml'],
    ['a GIF', 'GIF89a\u0001\u0000', 'pixel'],
    ['a PNG', '\uFFFDPNG\r\n\u001a\n', 'pixel'],
    ['text', 'OK', 'text'],
  ])('%s', (_, body, kind) => {
    const { response } = answered(200, body)
    expect(response && bodyKind(response)).toBe(kind)
  })

  test('an image by its type alone where the bytes tell nothing', () => {
    const { response } = answered(200, '\u0001\u0002', { headers: image })
    expect(response && bodyKind(response)).toBe('pixel')
  })
})

test('a pixel decides nothing, whatever its bytes spell', () => {
  expect(explain(answered(200, 'GIF89a success=true'))).toMatchObject({ class: 'inconclusive', tone: 'warning' })
})

test('a login page is told as one', () => {
  const page = '<!doctype html><title>Sign in</title><form><input type="password"></form>'
  expect(explain(answered(200, page, { finalUrl: 'https://trk.example/login' })).title).toContain('login page')
})

test('a macro that comes back was never filled', () => {
  expect(explain(answered(200, '{"cid":"{clickid}"}')).class).toBe('unreplaced-macro')
})
