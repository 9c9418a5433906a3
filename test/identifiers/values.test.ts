import { describe, expect, it } from 'vitest'
import { isCommonValue } from '../../lib/identifiers/common-value.ts'
import { withinEdits } from '../../lib/identifiers/edit-distance.ts'
import { isIdLike } from '../../lib/identifiers/id-like.ts'
import { sameSite, siteOf } from '../../lib/identifiers/site.ts'

describe('a common value', () => {
  it.each([
    '1',
    'US',
    'abc',
    'true',
    'False',
    'germany',
    'United States',
    'en-US',
    '2026-11-21',
    '20261121',
    '2026',
    '21.11.2026',
    '12.50',
    'mobile',
  ])('%s is one', (value) => expect(isCommonValue(value)).toBe(true))
  it.each([
    'abcd',
    '1234',
    '12345678',
    'test',
    'facebook',
    'summer-sale',
    '20269921',
    '1988722',
    '19887',
    'trueish',
    '7f3a',
  ])('%s is none', (value) => expect(isCommonValue(value)).toBe(false))
})

describe('an ID-like value', () => {
  it.each([
    '9f8e7d6c5b',
    'tid_8f3a9c21',
    '3F2504E0-4F89-11D3',
    '102938475',
    'CjwKCAiAxvGABhB',
    'QwErTyUiOpAs',
    'aBQVIS5hufjNivyw9H',
    'kqf7wmzxbrtp4a',
  ])('%s is one', (value) => expect(isIdLike(value)).toBe(true))
  it.each([
    'facebook',
    'summer-2026',
    'ad_12',
    'US',
    '{clickid}',
    'a 1234567',
    '2026-11-21',
    'HomePageHeroBanner',
    'NewYorkCityTours',
    'lookalike1percent',
  ])('%s is none', (value) => expect(isIdLike(value)).toBe(false))
})

describe('a site', () => {
  it.each([
    ['www.shop.example', 'shop.example'],
    ['a.b.shop.co.uk', 'shop.co.uk'],
    ['ads.localhost', 'ads.localhost'],
    ['me.github.io', 'me.github.io'],
    ['10.0.0.1', '10.0.0.1'],
    ['[::1]', '[::1]'],
    ['', ''],
  ])('of %s is %s', (host, site) => expect(siteOf(host)).toBe(site))

  it('is shared whatever the scheme, port and case', () =>
    expect(sameSite('http://A.shop.example:8080/x', 'https://user@b.SHOP.example/')).toBe(true))
})

describe('edits', () => {
  it.each([
    ['kitten', 'sitten', 1, true],
    ['kitten', 'sittin', 2, true],
    ['kitten', 'sitting', 2, false],
    ['abcdef', 'bcdefg', 2, true],
    ['', 'ab', 2, true],
    ['abc', 'abc', 0, true],
  ])('%s → %s within %d: %s', (a, b, edits, expected) => expect(withinEdits(a, b, edits)).toBe(expected))
})
