import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Endpoint } from '../../lib/model/endpoint.ts'
import { readEndpoints, writeEndpoints } from '../../lib/postback/endpoint-file.ts'
import { template } from './build.ts'

const endpoint = (id: string, more: Partial<Endpoint> = {}): Endpoint =>
  Endpoint.parse({ ...template('https://trk.test/pb?cid={clickid}&token={token}'), id, ...more })

const NOW = '2026-11-21T09:00:00.000Z'
const file = (...endpoints: unknown[]) => JSON.stringify({ format: 'clickpath-endpoints', version: 1, endpoints })

test('what is written is read again', () => {
  const all = [
    endpoint('a', { name: '=HYPERLINK("x")', headers: [{ name: 'X-A', value: '{clickid}' }] }),
    endpoint('b'),
  ]
  expect(readEndpoints(writeEndpoints(all, NOW))).toEqual({ ok: true, endpoints: all })
})

describe('a secret', () => {
  const mine = endpoint('a', { secrets: { token: 's3cr3t' } })

  test('leaves by its name alone', () => {
    const text = writeEndpoints([mine], NOW)
    expect(text).not.toContain('s3cr3t')
    expect(readEndpoints(text)).toMatchObject({ endpoints: [{ secrets: { token: '' } }] })
  })

  test('that is kept already stays when its endpoint is read in again', () => {
    expect(readEndpoints(writeEndpoints([mine], NOW), [mine])).toMatchObject({
      endpoints: [{ secrets: { token: 's3cr3t' } }],
    })
  })

  test.each([
    'https://evil.test/pb?token={token}',
    'http://trk.test/pb?token={token}',
    'https://trk.test@evil.test/?token={token}',
    'https://{token}/',
  ])('is never given to a file that leads elsewhere: %s', (url) => {
    expect(JSON.stringify(readEndpoints(file({ ...mine, url, secrets: {} }), [mine]))).not.toContain('s3cr3t')
  })
})

test('endpoints of one id become two', () => {
  const read = readEndpoints(file(endpoint('a'), endpoint('a'), endpoint('a')))
  expect(read.ok && read.endpoints.map(({ id }) => id)).toEqual(['a', 'a~2', 'a~3'])
})

test('a file of bare templates is read with defaults', () => {
  expect(readEndpoints(file(template('https://trk.test/')))).toMatchObject({ ok: true, endpoints: [{ retries: 0 }] })
})

describe('a file is refused in words when it', () => {
  test.each([
    ['is no JSON', '{', 'no JSON'],
    ['is a list', '[]', 'no file of endpoints'],
    ['is another format', '{"format":"har"}', 'its format is not "clickpath-endpoints"'],
    ['has no version', '{"format":"clickpath-endpoints"}', 'whole number'],
    ['is of a newer Clickpath', '{"format":"clickpath-endpoints","version":9}', 'newer Clickpath'],
    ['has no list', '{"format":"clickpath-endpoints","version":1,"endpoints":{}}', 'must be a list'],
    [
      'holds a broken endpoint',
      file(endpoint('a'), { ...endpoint('b'), url: 7 }),
      'Endpoint 2: "url" must be of type string',
    ],
    ['holds a newer endpoint', file({ ...endpoint('a'), version: 3 }), 'Endpoint 1: it was made by a newer Clickpath'],
    [
      'sets a timeout of an hour',
      file({ ...endpoint('a'), timeoutMs: 3_600_000 }),
      '"timeoutMs" must have another value',
    ],
    ['is huge', ' '.repeat(2_000_001), 'too large'],
    ['holds too many', file(...Array.from({ length: 1_001 }, () => 0)), 'more than 1000'],
  ])('%s', (_, text, words) => {
    const read = readEndpoints(text)
    expect(read.ok ? '' : read.message).toContain(words)
  })
})

test('no file makes it throw', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.jsonValue().map((value) => file(value)),
      ),
      (text) => {
        expect(readEndpoints(text).ok).toBeTypeOf('boolean')
      },
    ),
  )
})
