import { describe, expect, test } from 'vitest'
import { MAX_BODY_LENGTH } from '../../lib/recording/limits.ts'
import { urlencodedBody } from '../../lib/recording/request-body.ts'

const bytes = (text: string) => ({ bytes: new TextEncoder().encode(text).buffer })

describe('a form sent as text/plain', () => {
  test('has its fields urlencoded, as any other form', () => {
    expect(urlencodedBody({ raw: [bytes('clickid=a=b\r\ne mail=é x\r\n')] })).toBe('clickid=a%3Db&e%20mail=%C3%A9%20x')
  })

  test('told in several pieces is read as one', () => {
    expect(urlencodedBody({ raw: [bytes('clickid=w7f3'), bytes('k9q2\r\n')] })).toBe('clickid=w7f3k9q2')
  })

  test('is cut at its bound', () => {
    expect(urlencodedBody({ raw: [bytes(`clickid=${'x'.repeat(2 * MAX_BODY_LENGTH)}`)] })).toHaveLength(MAX_BODY_LENGTH)
  })
})

test.each([
  ['none', undefined],
  ['a file', { raw: [{ file: 'x.bin' }] }],
  ['JSON', { raw: [bytes('{"clickid":"1"}')] }],
  ['no text', { raw: [{ bytes: new Uint8Array([255, 61, 0]).buffer }] }],
  ['no bytes at all', { raw: [{ bytes: 7 }, null] }],
])('a body that is %s names no field', (_, body) => {
  expect(urlencodedBody(body as Parameters<typeof urlencodedBody>[0])).toBe('')
})
