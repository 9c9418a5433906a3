import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { carriesIdentifier } from '../../lib/identifiers/carries.ts'
import catalogue from '../../lib/identifiers/catalogue.json' with { type: 'json' }
import { lookUp } from '../../lib/identifiers/catalogue.ts'
import otherRows from '../../lib/identifiers/other-names.json' with { type: 'json' }
import { IdentifierKind } from '../../lib/model/identifier.ts'

describe('the catalogue', () => {
  it('has rows of one shape, and no name twice', () => {
    const Row = z.strictObject({
      platform: z.nullable(z.string()),
      names: z.string(),
      anyCase: z.optional(z.boolean()),
      overloaded: z.optional(z.boolean()),
    })
    const Other = z.extend(z.omit(Row, { overloaded: true }), { takesOver: z.optional(z.literal(true)) })
    for (const kind of Object.keys(catalogue)) expect(IdentifierKind.safeParse(kind).success, kind).toBe(true)
    const rows = Object.values(catalogue).flat()
    for (const row of rows) expect(z.safeParse(Row, row).success, JSON.stringify(row)).toBe(true)
    for (const row of otherRows) expect(z.safeParse(Other, row).success, JSON.stringify(row)).toBe(true)
    const names = [...rows, ...otherRows].flatMap((row) => row.names.split(' '))
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  })

  it.each([
    ['fbclid', 'ad-click-id', 'Meta'],
    ['gclid', 'ad-click-id', 'Google Ads'],
    ['msclkid', 'ad-click-id', 'Microsoft Advertising'],
    ['ttclid', 'ad-click-id', 'TikTok'],
    ['irclickid', 'affiliate-click-id', 'impact.com'],
    ['clickid', 'tracker-click-id', null],
    ['fbc', 'ad-click-id', 'Meta'],
    ['ascsubtag', 'sub-id', 'Amazon'],
    ['sck', 'sub-id', 'Hotmart'],
    ['xcust', 'sub-id', 'Skimlinks'],
    ['adjust_reftag', 'tracker-click-id', 'Adjust'],
    ['uclickhash', 'other', 'Binom'],
    ['subid', 'sub-id', null],
    ['sub5', 'sub-id', null],
    ['s1', 'sub-id', null],
    ['aff_sub5', 'sub-id', null],
    ['utm_source', 'campaign-tag', 'Google Analytics'],
    ['gclsrc', 'other', 'Google Ads'],
    ['clickref', 'affiliate-click-id', 'Partnerize'],
    ['clickRef', 'sub-id', 'Awin'],
    ['afftrack', 'sub-id', 'ShareASale'],
    ['ef-transaction-id', 'tracker-click-id', 'Everflow'],
    ['mindbox-click-id', 'other', 'Mindbox'],
  ])('knows %s', (name, kind, platform) => expect(lookUp(name, 'x')).toEqual({ kind, platform }))

  it('takes a name in any case where its platform does', () => {
    expect(lookUp('ClickID', 'x')?.kind).toBe('tracker-click-id')
    expect(lookUp('SUB1', 'x')?.kind).toBe('sub-id')
    expect(lookUp('FBCLID', 'x')).toBeNull()
  })

  it('knows names that say what they hold', () => {
    expect(lookUp('my_click_id', 'x')?.kind).toBe('tracker-click-id')
    expect(lookUp('sid', 'x')).toBeNull()
    expect(lookUp('s31', 'x')).toBeNull()
  })

  it('takes a name that much else bears only with a value that was issued, or should have been', () => {
    for (const value of ['w8k2j4h6g9f3', '98765432109876543210', 'CjwKCAjwQbRt', 'undefined', '{cid}', '__CID__'])
      expect(lookUp('cid', value)?.kind, value).toBe('tracker-click-id')
    for (const value of ['1205', '8837465', 'shoes', 'summer-sale-2026', 'US'])
      expect(lookUp('cid', value), value).toBeNull()
    expect(lookUp('siteID', 'AbC1dEf2GhI-Zx9Yw8Vu7Ts6Rq5Po4Nm3L')?.platform).toBe('Rakuten Advertising')
    expect(lookUp('siteID', 'de-main')).toBeNull()
    expect(lookUp('hit', 'x7Kq2Lm9Zp4w8k2h')?.platform).toBe('FunnelFlux')
    expect(lookUp('hit', '1')).toBeNull()
    expect(lookUp('external', 'w8k2j4h6g9f3')?.kind).toBe('sub-id')
    expect(lookUp('external', 'true')).toBeNull()
  })

  it('knows an unmistakable value under whatever name', () =>
    expect(lookUp('ref', `IwAR${'a1'.repeat(28)}b`)).toEqual({ kind: 'ad-click-id', platform: 'Meta' }))

  it('knows no identifier without a value', () => expect(lookUp('fbclid', '')).toBeNull())
})

describe('whether a request carries an identifier', () => {
  it.each([
    'https://a.example/?fbclid=x',
    'https://a.example/?utm_source=x',
    'https://a.example/#s1=x',
    'https://a.example/?url=https%3A%2F%2Fb.example%2F%3Fclickid%3D1',
  ])('says yes to %s', (url) => expect(carriesIdentifier(url)).toBe(true))

  it.each(['https://a.example/', 'https://a.example/?fbclid=', 'https://a.example/?q=fbclid', 'nonsense', ''])(
    'says no to %s',
    (url) => expect(carriesIdentifier(url)).toBe(false),
  )

  it('does not count what is no click ID, sub-ID or tag', () =>
    expect(carriesIdentifier('https://a.example/?gclsrc=aw.ds&_gl=1')).toBe(false))

  it('reads a form body too', () => expect(carriesIdentifier('https://a.example/', 'clickid=7')).toBe(true))
})
