import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { campaignRows, campaignUrl, checkCampaign, takeApart } from '../../../lib/postback/campaign/campaign-url.ts'
import rows from '../../../lib/postback/campaign/platforms.json' with { type: 'json' }
import { CampaignPlatform, rowsFor } from '../../../lib/postback/campaign/platforms.ts'
import { MACRO_TOKENS, MacroTokens, tokensOf } from '../../../lib/postback/macro-tokens/macro-tokens.ts'
import tokens from '../../../lib/postback/macro-tokens/tokens.json' with { type: 'json' }

const LP = 'https://shop.test/lp'
const ALL = z.array(CampaignPlatform).parse(rows)

test('each platform’s macros are rows with a source', () => {
  expect(
    z
      .array(z.strictObject(MacroTokens.shape))
      .parse(tokens)
      .filter(({ sources }) => sources.length === 0),
  ).toEqual([])
  expect(new Set(MACRO_TOKENS.map(({ id }) => id)).size).toBe(MACRO_TOKENS.length)
})

describe('the parameters of a platform', () => {
  test.each(ALL.map(({ id }) => id))('%s: make a URL that its checker has nothing to say of', (id) => {
    const platform = tokensOf(id)
    expect(platform).toBeDefined()
    expect(checkCampaign(campaignUrl(LP, rowsFor(id), platform), platform)).toEqual([])
  })
})

describe('a campaign URL', () => {
  const meta = tokensOf('meta')

  test('has text encoded, and macros as the platform replaces them', () => {
    const url = campaignUrl(
      LP,
      [
        { name: 'utm_campaign', value: 'May & more {{campaign.name}}' },
        { name: 'utm_source', value: 'fb' },
      ],
      meta,
    )
    expect(url).toBe(`${LP}?utm_campaign=May%20%26%20more%20{{campaign.name}}&utm_source=fb`)
    expect(campaignRows(url)[0]?.value).toBe('May & more {{campaign.name}}')
  })

  test('keeps what the page had, byte for byte, and the fragment last', () => {
    expect(campaignUrl(`${LP}?v=%7e1&utm_source=old#top`, [{ name: 'utm_source', value: 'new' }], meta)).toBe(
      `${LP}?v=%7e1&utm_source=new#top`,
    )
  })

  test('leaves out what is empty', () => {
    expect(
      campaignUrl(
        LP,
        [
          { name: 'utm_term', value: '' },
          { name: '', value: 'x' },
        ],
        meta,
      ),
    ).toBe(LP)
  })

  test('of any rows can be read again', () => {
    const row = fc.record({ name: fc.stringMatching(/^[a-z]{1,8}$/), value: fc.string({ minLength: 1 }) })
    fc.assert(
      fc.property(fc.uniqueArray(row, { selector: ({ name }) => name }), (wanted) => {
        const plain = wanted.filter(({ value }) => !/[{[_%#!]/.test(value))
        expect(campaignRows(campaignUrl(LP, plain, undefined))).toEqual(plain)
      }),
    )
  })
})

describe('a campaign URL that was mended', () => {
  const meta = tokensOf('meta')
  const landing = `${LP}?lang=de&v=%7e1#top`
  const rows = [
    { name: 'utm_source', value: '{{site_source_name}}' },
    { name: 'UTM_Medium', value: 'paid & loud' },
    { name: 'utm_term', value: '' },
    { name: 'cid', value: '{ad.id}' },
  ]
  const mend = (id: string) => {
    const url = campaignUrl(landing, rows, meta)
    const better = checkCampaign(url, meta).find((problem) => problem.id === id)?.mend?.url
    return takeApart(better ?? '', { landing, rows })
  }

  test('gives the landing page back as it was, and the rows with what was mended', () => {
    expect(mend('utm-in-capitals')).toEqual({
      landing,
      rows: rows.map((row) => (row.name === 'UTM_Medium' ? { ...row, name: 'utm_medium' } : row)),
    })
    expect(mend('wrong-brackets').rows.at(-1)).toEqual({ name: 'cid', value: '{{ad.id}}' })
  })

  test('that was not mended at all is what it was', () => {
    const filled = rows.filter(({ value }) => value !== '')
    expect(takeApart(campaignUrl(landing, rows, meta), { landing, rows })).toEqual({ landing, rows })
    expect(takeApart(campaignUrl(LP, filled, meta), { landing: LP, rows: filled })).toEqual({
      landing: LP,
      rows: filled,
    })
  })

  test('keeps what is mended in the landing page there, and leaves out what was taken out', () => {
    expect(
      takeApart('https://shop.test/lp?lang=de', { landing: 'http://shop.test/lp?lang=de&lang=de', rows: [] }),
    ).toEqual({
      landing: 'https://shop.test/lp?lang=de',
      rows: [],
    })
    expect(takeApart(LP, { landing: LP, rows: [{ name: 'a', value: '1' }] }).rows).toEqual([])
  })
})

describe('the checker of campaigns', () => {
  const ids = (url: string, platform: string) => checkCampaign(url, tokensOf(platform)).map(({ id }) => id)

  test.each([
    ['a macro in other brackets', `${LP}?utm_source=a&utm_content={ad.id}`, 'meta', 'wrong-brackets'],
    ['no utm_source', `${LP}?utm_medium=cpc`, 'meta', 'no-utm-source'],
    ['a tag in capitals', `${LP}?utm_source=a&UTM_Medium=cpc`, 'meta', 'utm-in-capitals'],
    ['a click ID that the platform adds itself', `${LP}?utm_source=a&fbclid=1`, 'meta', 'own-click-id'],
    ['a space', `${LP}?utm_source=a b`, 'tiktok', 'space'],
    ['a macro after the #', `${LP}?utm_source=a#ad={{ad.id}}`, 'meta', 'fragment'],
  ])('sees %s', (_, url, platform, id) => {
    expect(ids(url, platform)).toContain(id)
  })

  test.each([
    ['the fragment of the landing page', `${LP}?utm_source=a&utm_content={{ad.id}}#top`, 'meta'],
    ['the route of a page that is one script', `https://shop.test/#/quiz/1?utm_source=a`, 'meta'],
  ])('says nothing of %s', (_, url, platform) => {
    expect(ids(url, platform)).toEqual([])
  })
})
