import { describe, expect, it } from 'vitest'
import { changesOf } from '../../lib/findings/url-change.ts'
import { Reading } from '../../lib/identifiers/reading.ts'

const changes = (from: string, to: string, where: 'query' | 'fragment' | 'body' = 'query') => [
  ...changesOf(new Reading(from), new Reading(to), { name: 'gclid', where }),
]

describe('the address', () => {
  it.each([
    ['http to https', 'http://a.example/x', 'https://a.example/x'],
    ['bare to www', 'https://a.example/x', 'https://www.a.example/x'],
    ['www to bare', 'https://www.a.example/', 'https://a.example/'],
    ['a trailing slash', 'https://a.example/x', 'https://a.example/x/'],
    ['an index file', 'https://a.example/x/index.html', 'https://a.example/x'],
    ['the case of the path', 'https://a.example/Offer', 'https://a.example/offer'],
    ['several at once', 'http://a.example/X', 'https://www.a.example/x/'],
  ])('is canonical after %s', (_, from, to) => expect(changes(from, to)).toContain('canonical'))

  it.each([
    ['another page', 'https://a.example/x', 'https://a.example/y'],
    ['another site', 'https://a.example/x', 'https://b.example/x'],
    ['itself', 'https://a.example/x?a=1', 'https://a.example/x'],
  ])('is not canonical on %s', (_, from, to) => expect(changes(from, to)).not.toContain('canonical'))

  it.each([
    ['https://a.example/', 'https://a.example/en/', true],
    ['https://a.example/offer', 'https://a.example/en-us/offer', true],
    ['https://a.example/', 'https://de.a.example/', true],
    ['https://a.example/en/', 'https://a.example/en/offer', false],
    ['https://a.example/', 'https://a.example/go/', false],
    ['https://a.example/', 'https://b.example/en/', false],
  ])('%s to %s names a locale: %s', (from, to, holds) => expect(changes(from, to).includes('locale')).toBe(holds))
})

describe('the query', () => {
  const FROM = 'https://a.example/?gclid=x1&a=1&b=2'

  it.each([
    ['is gone', 'https://b.example/', ['query-gone']],
    ['is another', 'https://b.example/?offer=7', ['query-fixed']],
    ['came through in part', 'https://b.example/?b=2&offer=7', ['query-part']],
    ['came through in part, tracking taken out', 'https://a.example/?a=1&b=2', ['query-part', 'tracking-only']],
  ])('%s', (_, to, expected) =>
    expect(changes(FROM, to).filter((change) => /^query|^tracking|^first/.test(change))).toEqual(expected),
  )

  it('was cut at its first &', () => {
    expect(changes('https://a.example/?a=1&gclid=x1&b=2', 'https://b.example/?a=1')).toContain('first-kept')
    expect(changes('https://a.example/?a=1&gclid=x1', 'https://b.example/?a=1')).not.toContain('first-kept')
    expect(changes('https://a.example/?a=1&gclid=x1&b=2', 'https://b.example/?a=1&c=3')).not.toContain('first-kept')
  })
})

describe('the lost parameter', () => {
  it('stood behind a URL that was not encoded', () => {
    const raw = 'https://trk.example/?url=https://lp.example/?a=1&gclid=x1'
    expect(changes(raw, 'https://lp.example/?a=1')).toContain('behind-nested-url')
    expect(changes(raw, 'https://other.example/')).not.toContain('behind-nested-url')
    const encoded = 'https://trk.example/?url=https%3A%2F%2Flp.example%2F%3Fa%3D1&gclid=x1'
    expect(changes(encoded, 'https://lp.example/?a=1')).not.toContain('behind-nested-url')
  })

  it('stood behind &amp;', () => {
    const from = new Reading('https://a.example/?a=1&amp;gclid=x1')
    const lost = { name: 'amp;gclid', where: 'query' } as const
    expect(changesOf(from, new Reading('https://b.example/?a=1'), lost)).toContain('behind-entity')
  })

  it('stood in the fragment, or in the body of a form', () => {
    expect(changes('https://a.example/#gclid=x1', 'https://b.example/', 'fragment')).toContain('in-fragment')
    expect(changes('https://a.example/', 'https://b.example/', 'body')).toContain('in-body')
  })
})
