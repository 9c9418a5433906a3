import { describe, expect, test } from 'vitest'
import { readRefresh } from '../../lib/recording/refresh.ts'

const BASE = 'https://lp.example/page?x=1'
const TARGET = 'https://offer.example/?clickid=1'

/* Every branch of the HTML standard's "shared declarative refresh steps". */

describe('is read as browsers read it:', () => {
  test.each([
    [`0;url=${TARGET}`, 0],
    [`5; url=${TARGET}`, 5],
    [`5 ; URL = ${TARGET}`, 5],
    [`5,url=${TARGET}`, 5],
    [`5 url=${TARGET}`, 5],
    [`5;${TARGET}`, 5],
    [`5 ${TARGET}`, 5],
    [`  7\t;\nUrl\f=\r${TARGET}`, 7],
    [`0;url="${TARGET}"`, 0],
    [`0;url='${TARGET}'`, 0],
    [`0;'${TARGET}'`, 0],
    [`0;url="${TARGET}`, 0],
    [`0;url='${TARGET}' and more`, 0],
    [`1.5;url=${TARGET}`, 1],
    [`.5;url=${TARGET}`, 0],
    [`3...;url=${TARGET}`, 3],
    [`00012;url=${TARGET}`, 12],
    [`0;url=${TARGET}  `, 0],
  ])('%j', (content, seconds) => {
    expect(readRefresh(content, BASE)).toEqual({ seconds, url: TARGET })
  })
})

describe('leads to the page itself:', () => {
  test.each(['5', '5;', ' 5 ', '5.', '5 ,', '5;url=', '5;url=""'])('%j', (content) => {
    expect(readRefresh(content, BASE)).toEqual({ seconds: 5, url: BASE })
  })
})

describe('is ignored:', () => {
  test.each(['', ' ', ';url=/x', 'url=/x', '-1;url=/x', '+1;url=/x', '5a;url=/x', 'x', '0;url=http://[::1'])(
    '%j',
    (content) => {
      expect(readRefresh(content, BASE)).toBeUndefined()
    },
  )
})

test('a relative URL is resolved by its document', () => {
  expect(readRefresh('0;url=../go?a=1', BASE)?.url).toBe('https://lp.example/go?a=1')
})

test('only one separator is passed over', () => {
  expect(readRefresh('0;;/x', BASE)?.url).toBe('https://lp.example/;/x')
})

test('“url” without its sign is part of the URL', () => {
  expect(readRefresh('0;url/x', BASE)?.url).toBe('https://lp.example/url/x')
})

test('a quote inside the URL stays', () => {
  expect(readRefresh(`0;url=/a'b`, BASE)?.url).toBe(`https://lp.example/a'b`)
})

test('a very long input is read in time', () => {
  const started = performance.now()
  for (const part of ['0', ' ', '.', ';', 'url']) readRefresh(part.repeat(60_000), BASE)
  expect(performance.now() - started).toBeLessThan(500)
})
