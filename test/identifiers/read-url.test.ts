import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readUrl } from '../../lib/identifiers/read-url.ts'

const pairs = (url: string, body?: string) =>
  readUrl(url, body)
    .filter(({ name }) => name !== '')
    .map(({ name, value, where }) => `${where} ${name}=${value}`)

const raw = (url: string) => readUrl(url).map(({ rawName, rawValue }) => [rawName, rawValue])

describe('a query', () => {
  it('keeps every byte beside the decoded value', () => {
    expect(raw('https://a.example/?%66bclid=~a%2Fb%2f+c')).toEqual([['%66bclid', '~a%2Fb%2f+c']])
    expect(pairs('https://a.example/?%66bclid=~a%2Fb%2f+c')).toEqual(['query fbclid=~a/b/+c'])
  })

  it('decodes once only', () => expect(pairs('https://a.example/?a=x%252Fy')).toEqual(['query a=x%2Fy']))

  it('leaves broken escapes and what is no UTF-8 as it stands', () =>
    expect(pairs('https://a.example/?a=%&b=%zz&c=%E4%C3%A4&d=50%25%')).toEqual([
      'query a=%',
      'query b=%zz',
      // One run of escapes is decoded whole or not at all.
      'query c=%E4%C3%A4',
      'query d=50%%',
    ]))

  it('reads empty names, empty values and duplicates', () =>
    expect(readUrl('https://a.example/?=1&a=&a=2&&a').map(({ name, value }) => [name, value])).toEqual([
      ['', '1'],
      ['a', ''],
      ['a', '2'],
      ['a', ''],
    ]))

  it('takes a second ? for the & that was meant', () =>
    expect(pairs('https://a.example/?a=1?fbclid=2')).toEqual(['query a=1', 'query fbclid=2']))

  it('parts at a semicolon only where a name follows', () =>
    expect(pairs('https://a.example/?a=1;fbclid=2&b=x;y')).toEqual(['query a=1', 'query fbclid=2', 'query b=x;y']))

  it('reads a name behind an unescaped &amp; as the receiver does', () =>
    expect(pairs('https://a.example/?a=1&amp;fbclid=2')).toEqual(['query a=1', 'query amp;fbclid=2']))

  it('agrees with URLSearchParams on well-formed queries, but for + which it keeps', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ minLength: 1, unit: 'binary' }), fc.string({ unit: 'binary' })), {
          maxLength: 6,
        }),
        (list) => {
          const query = new URLSearchParams(list).toString()
          const read = readUrl(`https://a.example/?${query}`).filter(({ where }) => where === 'query')
          const plain = (text: string) => text.replaceAll('+', ' ')
          const expected = [...new URLSearchParams(query)].map(([name, value]) => [plain(name), plain(value)])
          expect(read.map(({ name, value }) => [plain(name), plain(value)])).toEqual(expected)
        },
      ),
    ))
})

describe('other places', () => {
  it('reads a fragment with and without its own ?', () => {
    expect(pairs('https://a.example/#fbclid=1&b=2')).toEqual(['fragment fbclid=1', 'fragment b=2'])
    expect(pairs('https://a.example/#?fbclid=1')).toEqual(['fragment fbclid=1'])
    expect(pairs('https://a.example/?a=0#/route/x?fbclid=1')).toEqual(['query a=0', 'fragment fbclid=1'])
  })

  it('reads path segments, decoded, without a name', () =>
    expect(readUrl('https://a.example/go/a%20b/').map(({ where, value }) => [where, value])).toEqual([
      ['path', 'go'],
      ['path', 'a b'],
    ]))

  it('reads a urlencoded body', () =>
    expect(pairs('https://a.example/', 'fbclid=a%2Bb&c=d')).toEqual(['body fbclid=a+b', 'body c=d']))
})

describe('a URL inside a parameter', () => {
  const inner = 'https://b.example/?clickid=1&s1=2'
  const nested = ['nested clickid=1', 'nested s1=2']
  const once = encodeURIComponent(inner)

  it('is read when it is encoded once, twice or three times', () => {
    for (const value of [once, encodeURIComponent(once), encodeURIComponent(encodeURIComponent(once))])
      expect(pairs(`https://a.example/?url=${value}`)).toEqual(expect.arrayContaining(nested))
  })

  it('is read when it is base64 or base64url', () => {
    const base64 = btoa(inner)
    for (const value of [
      encodeURIComponent(base64),
      base64.replace(/=+$/, '').replaceAll('+', '-').replaceAll('/', '_'),
    ])
      expect(pairs(`https://a.example/?d=${value}`)).toEqual(expect.arrayContaining(nested))
  })

  it('keeps its own ? when it is plain, and the rest belongs to the outer URL', () =>
    expect(pairs('https://a.example/?url=https://b.example/?clickid=1&s1=2')).toEqual([
      'query url=https://b.example/?clickid=1',
      'query s1=2',
      'nested clickid=1',
    ]))

  it("reads what an app store's referrer holds", () => {
    const store = 'https://play.google.com/store/apps/details?id=com.app&referrer='
    expect(pairs(`${store}pid%3Dnet%26clickid%3D1`)).toEqual(
      expect.arrayContaining(['nested pid=net', 'nested clickid=1']),
    )
    expect(pairs(`${store}utm-name`)).not.toContain('nested utm-name=')
  })

  it('may be relative, the whole query, or a part of the path', () => {
    expect(pairs('https://a.example/?next=/p?clickid=1')).toContain('nested clickid=1')
    expect(pairs('https://a.example/?https://b.example/?clickid=1')).toEqual(['nested clickid=1'])
    expect(pairs(`https://a.example/go/${once}`)).toEqual(nested)
  })

  it('is read to depth 3 and no deeper', () => {
    const wrap = (url: string) => `https://a.example/?u=${encodeURIComponent(url)}`
    const deep = wrap(wrap(wrap(inner)))
    expect(pairs(deep)).toContain('nested clickid=1')
    expect(pairs(wrap(deep))).not.toContain('nested clickid=1')
  })
})

it('never throws, and reads no more of a hostile URL than anyone needs', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void readUrl(text, text)))
  expect(readUrl(`https://a.example/?${'a=1&'.repeat(50_000)}`).length).toBeLessThanOrEqual(2000)
})
