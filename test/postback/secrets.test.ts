import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { redact, withoutSecrets } from '../../lib/postback/secrets.ts'
import { answered } from './build.ts'

const TOKEN = 'EAAB+9/z "x" é'

describe('a secret is taken out of a text', () => {
  test.each([
    ['as it is', `token ${TOKEN}.`, 'token {token}.'],
    ['percent-encoded', `?t=${encodeURIComponent(TOKEN)}&a=1`, '?t={token}&a=1'],
    [
      'percent-encoded in lower case',
      `?t=${encodeURIComponent(TOKEN).replace(/%../g, (c) => c.toLowerCase())}`,
      '?t={token}',
    ],
    ['as forms write it', encodeURIComponent(TOKEN).replaceAll('%20', '+'), '{token}'],
    ['inside JSON', JSON.stringify({ t: TOKEN }), '{"t":"{token}"}'],
    ['again and again', `${TOKEN}${TOKEN}`, '{token}{token}'],
  ])('%s', (_, text, expected) => {
    expect(redact(text, { token: TOKEN })).toBe(expected)
  })

  test('a short one only where it stands by itself', () => {
    expect(redact('?key=abc&name=abcdef', { key: 'abc' })).toBe('?key={key}&name=abcdef')
  })

  test('of two, the longer first', () => {
    expect(redact('secret-long', { a: 'secret', b: 'secret-long' })).toBe('{b}')
  })

  test('an empty one changes nothing', () => {
    expect(redact('abc', { key: '' })).toBe('abc')
  })

  test('whatever it is made of', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 6, unit: 'grapheme' }), (secret) => {
        fc.pre(!'{t}'.includes(secret))
        const url = `https://x.test/?a=1&t=${encodeURIComponent(secret.toWellFormed())}`
        expect(redact(url, { t: secret })).toBe('https://x.test/?a=1&t={t}')
      }),
    )
  })
})

test('an attempt loses its secret in request, answer, redirects and failure alike', () => {
  const attempt = answered(200, `no such token: ${TOKEN}`, {
    finalUrl: `https://t.test/?t=${encodeURIComponent(TOKEN)}`,
    headers: [{ name: 'x-echo', value: TOKEN }],
  })
  const kept = withoutSecrets(
    {
      ...attempt,
      request: {
        method: 'POST',
        url: `https://t.test/?t=${encodeURIComponent(TOKEN)}`,
        headers: [{ name: 'Authorization', value: `Bearer ${TOKEN}` }],
        body: { type: 'json', text: JSON.stringify({ t: TOKEN }) },
      },
      redirects: [{ url: `https://t.test/?t=${encodeURIComponent(TOKEN)}`, status: 302, to: 'https://t.test/' }],
      failure: { kind: 'network', message: TOKEN },
    },
    { token: TOKEN },
  )
  expect(JSON.stringify(kept)).not.toMatch(/EAAB/)
  expect(kept.request).toMatchObject({ method: 'POST', headers: [{ value: 'Bearer {token}' }] })
})

test('an attempt keeps its own words though a secret is spelt like them', () => {
  const attempt = answered(200)
  expect(withoutSecrets(attempt, { word: attempt.id, method: 'GET' })).toMatchObject({
    id: attempt.id,
    request: { method: 'GET' },
  })
})

test('a secret that was pasted with a line’s end is found in an answer that repeats it without', () => {
  expect(redact('{"said":"Bearer s3cr3t-token"}', { token: ' s3cr3t-token\n' })).toBe('{"said":"Bearer {token}"}')
})

test('a body that was cut inside a secret keeps no part of it', () => {
  const cut = answered(200, `${'ok '.repeat(10)}s3cr3t-tok`, { bodyTruncated: true })
  const kept = withoutSecrets(cut, { token: 's3cr3t-token' })
  expect(kept.response?.body).toBe(`${'ok '.repeat(10)}{token}`)
  const whole = answered(200, 's3cr3t-tok', { bodyTruncated: false })
  expect(withoutSecrets(whole, { token: 's3cr3t-token' }).response?.body).toBe('s3cr3t-tok')
})
