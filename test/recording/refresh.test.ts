import { describe, expect, test } from 'vitest'
import { readRefresh } from '../../lib/recording/refresh.ts'
import { cpuTime } from '../cpu-time.ts'
import { NO_REFRESHES, REFRESHES, TARGET } from './refresh-spellings.ts'

const BASE = 'https://lp.example/page?x=1'
describe('is read as browsers read it:', () => {
  test.each(REFRESHES)('%j', (content, seconds) => {
    expect(readRefresh(content, BASE)).toEqual({ seconds, url: TARGET })
  })
})

describe('leads to the page itself:', () => {
  test.each(['5', '5;', ' 5 ', '5.', '5 ,', '5;url=', '5;url=""'])('%j', (content) => {
    expect(readRefresh(content, BASE)).toEqual({ seconds: 5, url: BASE })
  })
})

describe('is ignored:', () => {
  test.each(NO_REFRESHES)('%j', (content) => {
    expect(readRefresh(content, BASE)).toBeUndefined()
  })
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
  const parts = ['0', ' ', '.', ';', 'url']
  expect(cpuTime(() => parts.map((part) => readRefresh(part.repeat(60_000), BASE)))).toBeLessThan(500)
})
