import { describe, expect, it } from 'vitest'
import { judge } from '../../lib/findings/judge.ts'
import { FBCLID, history, type Lead, link, path, redirect } from '../identifiers/story.ts'

const at = (host: string, rest = ''): string => `https://${host}.example/${rest}`
const AD = at('ads', `?fbclid=${FBCLID}`)
const found = (url: string, ...leads: Lead[]) => {
  const [finding] = judge(path(url, ...leads)).findings.filter(({ rule }) => /^id-(?:stripped|replaced)$/.test(rule))
  if (!finding) throw new Error('nothing was lost')
  return finding
}

describe('a hand-over is no loss: it says what to verify', () => {
  it('of fbclid, whether it is stored for the Conversions API, and whether a pixel still needs it', () => {
    const { severity, detail, fix } = found(AD, redirect(302, at('lp', '?clickid=9f8e7d6c5b')))
    expect(severity).toBe('warning')
    expect(detail).toBe(
      `ads.example answered 302 to lp.example with its own clickid \`9f8e7d6c5b\` in place of \`${FBCLID}\`.`,
    )
    expect(fix).toBe(
      'Check that ads.example stores fbclid with the clickid it issued, and reports conversions to Meta with it (the Conversions API, as fbc). ' +
        'A later page that is to keep it in _fbc (set by Meta Pixel or the Conversions API parameter builder) needs fbclid in its own address: in that case, pass it on as well.',
    )
  })

  it.each([
    ['gclid', 'Google Ads', '_gcl_aw'],
    ['msclkid', 'Microsoft Advertising', '_uetmsclkid'],
    ['ttclid', 'TikTok', 'ttclid'],
    ['epik', 'Pinterest', '_epik'],
  ])('of %s likewise, with the names of %s', (name, platform, cookie) => {
    const { fix } = found(at('ads', `?${name}=aZ09aZ09aZ09aZ09`), redirect(302, at('lp', '?clickid=9f8e7d6c5b')))
    expect(fix).toContain(`reports conversions to ${platform} with it`)
    expect(fix).toContain(`keep it in ${cookie} `)
  })

  it("of a tracker's own ID, whether the postback finds its way back", () => {
    const { severity, fix } = found(at('a', '?clickid=first-111'), redirect(302, at('b', '?clickid=other-222')))
    expect(severity).toBe('warning')
    expect(fix).toBe(
      'Check that a.example stores the first clickid with the one it issued: the postback has to travel back through both.',
    )
  })
})

describe('of a sub-ID', () => {
  it('it asks for the report', () =>
    expect(found(at('a', '?s1=banner-4711'), redirect(302, at('b', '?clickid=other-222'))).fix).toBe(
      'Check that a.example stores s1 with the clickid it issued, and shows it in its reports.',
    ))
})

describe('a page that drops it is to blame', () => {
  it('with the link that led on', () => {
    const { severity, detail } = found(AD, redirect(302, AD), link(at('offer'), '<a href="/go">Buy</a>'))
    expect(severity).toBe('error')
    expect(detail).toContain('A link on ads.example led to offer.example without it.')
    expect(detail).toContain('The link: `<a href="/go">Buy</a>`')
  })

  it('with both steps where it tidied its address before', () => {
    const { hop, detail } = found(AD, history(at('ads')), link(at('offer'), '<a href="/go">Buy</a>'))
    expect(hop).toBe(0)
    expect(detail).toMatch(/^The page on ads\.example changed its own address without it\./)
    expect(detail).toMatch(/A link on ads\.example led to offer\.example\. The link: `<a href="\/go">Buy<\/a>`$/)
  })
})
