import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clickKeysOf, fbcOf, isFbc } from '../../../lib/postback/conversion-apis/click-keys.ts'
import { identifier } from '../build.ts'

const NOW = Date.parse('2026-11-21T09:00:00.000Z')
const FBCLID = 'IwAR2kYd8sZ0vQ3x_aB-9'

describe('fbc', () => {
  const path = (more: object = {}) => ({
    hops: [
      {
        index: 0,
        url: 'https://lp.test/',
        startedAt: NOW - 5,
        cause: 'link' as const,
        tabId: 1,
        method: 'GET',
        status: 200,
        error: null,
        fromCache: false,
        durationMs: null,
        ...more,
      },
    ],
    identifiers: [identifier('fbclid', FBCLID, { kind: 'ad-click-id' })],
  })

  test('is made of the fbclid at the time it was first seen', () => {
    expect(clickKeysOf(path())).toEqual({ fbc: `fb.1.${NOW - 5}.${FBCLID}` })
  })

  test('is the cookie’s own where the page has set it, with four parts or five', () => {
    for (const value of [`fb.2.1700000000000.${FBCLID}`, `fb.1.1700000000000.${FBCLID}.AQ`])
      expect(
        clickKeysOf(
          path({
            setCookies: [
              { name: '_fbc', value },
              { name: '_fbp', value: 'fb.1.1700000000000.123' },
            ],
          }),
        ),
      ).toEqual({
        fbc: value,
        fbp: 'fb.1.1700000000000.123',
      })
  })

  test('is of this click, where the cookie is left of an earlier one', () => {
    const setCookies = [{ name: '_fbc', value: 'fb.1.1700000000000.IwAROfAnEarlierClick' }]
    expect(clickKeysOf(path({ setCookies }))).toEqual({ fbc: `fb.1.${NOW - 5}.${FBCLID}` })
    expect(clickKeysOf({ ...path({ setCookies }), identifiers: [] })).toEqual({ fbc: setCookies[0]?.value })
  })

  test('is none of what is no fbclid', () => {
    expect([fbcOf('a b', NOW), fbcOf('x'.repeat(501), NOW), fbcOf(FBCLID, Number.NaN)]).toEqual([null, null, null])
  })

  test('of any fbclid has the form that Meta takes, and keeps it byte for byte', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9_-]{1,80}$/), fc.integer({ min: 1e12, max: 2e12 }), (fbclid, at) => {
        const fbc = fbcOf(fbclid, at)
        expect(fbc !== null && isFbc(fbc) && fbc.endsWith(`.${fbclid}`)).toBe(true)
      }),
    )
  })
})
