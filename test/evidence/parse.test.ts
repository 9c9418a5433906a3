import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildEvidence } from '../../lib/evidence/build.ts'
import { parseEvidence } from '../../lib/evidence/parse.ts'
import { Evidence } from '../../lib/model/evidence.ts'
import { FBCLID, path, redirect } from '../identifiers/story.ts'

const GENERATOR = { name: 'clickpath', version: '0.1.0', browser: 'Chromium 156' }
const EXPORTED_AT = '2026-11-21T09:00:00.000Z'
const LOST = path(`https://ads.example/?fbclid=${FBCLID}`, redirect(302, 'https://lp.example/'))
const DOCUMENT = buildEvidence({ paths: [LOST], generator: GENERATOR, exportedAt: EXPORTED_AT })

const parsed = (value: unknown) => {
  const result = parseEvidence(typeof value === 'string' ? value : JSON.stringify(value))
  if (!result.ok) throw new Error(result.message)
  return result.evidence
}
const refusal = (value: unknown) => {
  const result = parseEvidence(typeof value === 'string' ? value : JSON.stringify(value))
  return result.ok ? 'accepted' : result.message
}
const withHops = (...hops: unknown[]) => ({ format: 'clickpath-evidence', version: 1, paths: [{ hops }] })

describe('building', () => {
  it('makes a document that the contract allows, and that reads back the same', () => {
    expect(Evidence.parse(DOCUMENT)).toEqual(DOCUMENT)
    expect(parsed(DOCUMENT)).toEqual(DOCUMENT)
  })

  it('leaves postbacks out where there are none', () => {
    expect(DOCUMENT).not.toHaveProperty('postbacks')
    expect(
      buildEvidence({ paths: [], postbacks: [], generator: GENERATOR, exportedAt: EXPORTED_AT }),
    ).not.toHaveProperty('postbacks')
  })
})

describe('reading', () => {
  it('derives everything below the hops anew', () => {
    const tampered = structuredClone(DOCUMENT)
    Object.assign(tampered.paths[0] ?? {}, { verdict: 'pass', findings: [], identifiers: 'gone' })
    expect(parsed(tampered)).toEqual(DOCUMENT)
  })

  it('completes a document that holds only hops', () => {
    const evidence = parsed(
      withHops(
        { url: 'https://a.example/?fbclid=abcdef123', startedAt: 1_700_000_000_000 },
        { url: 'https://b.example/' },
      ),
    )
    expect(evidence.paths[0]).toMatchObject({ id: 'path-1', startedAt: '2023-11-14T22:13:20.000Z', verdict: 'fail' })
    expect(evidence.paths[0]?.hops[1]).toEqual({
      index: 1,
      url: 'https://b.example/',
      cause: 'unknown',
      tabId: 0,
      method: 'GET',
      status: null,
      error: null,
      fromCache: false,
      startedAt: 0,
      durationMs: null,
    })
    expect(Evidence.safeParse(evidence).success).toBe(true)
  })

  it('numbers hops by their order, and gives every path an id of its own', () => {
    const url = 'https://a.example/'
    const evidence = parsed({
      paths: [{ id: 'x', hops: [{ url, index: 7 }] }, { id: 'x', hops: [] }, { id: '', hops: [] }, { hops: [] }],
    })
    expect(evidence.paths[0]?.hops[0]?.index).toBe(0)
    expect(evidence.paths.map(({ id }) => id)).toEqual(['x', 'x-2', 'path-3', 'path-4'])
  })

  it('drops unknown keys everywhere', () => {
    const json = JSON.stringify(
      withHops({ url: 'https://a.example/', secret: 1, setCookies: [{ name: 'a', value: 'b', x: 1 }] }),
    )
    const evidence = JSON.stringify(parsed(`{"later":{"a":1},"__proto__":{"polluted":1},${json.slice(1)}`))
    for (const word of ['secret', 'later', 'polluted', '"x"']) expect(evidence).not.toContain(word)
  })

  it('takes an impossible time for none', () =>
    expect(parsed(withHops({ url: 'x', startedAt: 1e300 })).paths[0]?.startedAt).toBe('1970-01-01T00:00:00.000Z'))

  it('judges a thousand paths of one document', () => {
    const hops = Array.from({ length: 10 }, (_, hop) => ({
      url: `https://h${hop}.example/?fbclid=${FBCLID}&s1=abcd1234&s2=efgh5678&clickid=9f8e7d6c&utm_source=x${hop < 7 ? '&gclid=abcdef123456' : ''}`,
      cause: 'http-redirect',
    }))
    const text = JSON.stringify({ paths: Array.from({ length: 1000 }, () => ({ hops })) })
    expect(parsed(text).paths).toHaveLength(1000)
  })
})

describe('refusing', () => {
  it.each([
    ['no JSON', '{', 'This is no JSON.'],
    ['a list', [], 'This is no evidence document.'],
    ['nothing', 'null', 'This is no evidence document.'],
    ['another format', { format: 'har', paths: [] }, 'clickpath-evidence'],
    ['a higher version', { ...DOCUMENT, version: 2 }, 'version 2'],
    ['a version that is none', { ...DOCUMENT, version: '1' }, 'whole number'],
    ['no paths', { format: 'clickpath-evidence', version: 1 }, 'paths must be an array'],
    ['a path without hops', { paths: [{}] }, 'paths[0].hops must be an array'],
    ['a hop without a URL', withHops({ url: 'x' }, {}), 'paths[0].hops[1].url must be a string'],
    ['an unknown cause', withHops({ url: 'x', cause: 'magic' }), 'paths[0].hops[0].cause must be one of typed'],
    ['a status that is no number', withHops({ url: 'x', status: '200' }), 'paths[0].hops[0].status must be a'],
    ['an infinite time', '{"paths":[{"hops":[{"url":"x","startedAt":1e999}]}]}', 'paths[0].hops[0].startedAt'],
    ['a broken postback', { ...DOCUMENT, postbacks: [{}] }, 'postbacks[0]'],
  ])('%s, with the place', (_, document, message) => expect(refusal(document)).toContain(message))

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseEvidence(text)))
    fc.assert(fc.property(fc.json(), (text) => void parseEvidence(text)))
    fc.assert(fc.property(fc.jsonValue(), (value) => void parseEvidence(JSON.stringify(withHops({ url: 'x' }, value)))))
  })
})
