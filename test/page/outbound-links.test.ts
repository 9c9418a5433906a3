import { describe, expect, test } from 'vitest'
import { MAX_LINK_LENGTH, MAX_LINKS } from '../../lib/model/landing-limits.ts'
import { outboundLinks } from '../../lib/page/outbound-links.ts'
import { fakeDocument, type Told } from './fake-document.ts'

const PAGE = { url: 'https://lp.example/page?fbclid=1', baseUrl: 'https://lp.example/page', target: '' }

const read = (...told: Told[]) => outboundLinks(fakeDocument(told), PAGE)
const urls = (...told: Told[]) => read(...told).links.map(({ url }) => url)
const a = (href: string, attributes: Record<string, string> = {}): Told => ({
  tag: 'a',
  attributes: { href, ...attributes },
})

describe('links', () => {
  test('to another host are told, each once; those within the page, to its host and to other programs are not', () => {
    const told = [
      a('#form'),
      a('/next?x=1'),
      a('mailto:me@lp.example'),
      a('javascript:go()'),
      a('https://offer.example/a'),
      a('https://offer.example/a'),
      a('//offer.example/b'),
    ]
    expect(urls(...told)).toEqual(['https://offer.example/a', 'https://offer.example/b'])
  })

  test('bear their rel and whether they stand aside', () => {
    expect(read({ tag: 'footer', within: [a('https://x.example/', { rel: 'me' })] }).links).toEqual([
      { how: 'link', url: 'https://x.example/', aside: true, rel: 'me' },
    ])
  })

  test('that stand in the page and in its footer stand in the page', () => {
    const link = a('https://x.example/')
    expect(read({ tag: 'footer', within: [link] }, link).links).toEqual([{ how: 'link', url: 'https://x.example/' }])
  })

  test('in an open shadow root are links like others; a download is none', () => {
    const shadow = [a('https://x.example/'), a('https://y.example/a', { download: '' })]
    expect(urls({ tag: 'div', shadow })).toEqual(['https://x.example/'])
  })
})

describe('forms', () => {
  const form = (method: string): Told => ({
    tag: 'form',
    attributes: { method, action: 'https://offer.example/buy?fbclid=1' },
    hidden: { 'a b': 'x&y', cid: '7' },
  })

  test('by GET lose the query of their action, and send their hidden fields', () => {
    expect(read(form('get')).links).toEqual([
      { how: 'form', url: 'https://offer.example/buy', body: 'a%20b=x%26y&cid=7' },
    ])
  })

  test('are read whatever a page writes into their fields', () => {
    expect(read({ ...form('get'), hidden: { cid: 'a\ud800b' } }).links[0]?.body).toBe('cid=a%EF%BF%BDb')
  })

  test('by POST keep it', () => {
    expect(urls(form('POST'))).toEqual(['https://offer.example/buy?fbclid=1'])
  })
})

test('no page can fill the answer, and what is left out is counted', () => {
  const many = Array.from({ length: MAX_LINKS + 7 }, (_, n) => a(`https://x.example/${n}`))
  expect(read(a(`https://x.example/${'x'.repeat(MAX_LINK_LENGTH)}`), ...many)).toMatchObject({
    links: { length: MAX_LINKS },
    more: 8,
  })
  const long = Array.from({ length: 100 }, (_, n) => a(`https://x.example/${n}/${'x'.repeat(1_900)}`))
  expect(JSON.stringify(read(...long).links).length).toBeLessThan(80_000)
})
