import { describe, expect, it } from 'vitest'
import { judge } from '../../../lib/findings/judge.ts'
import type { RecordedPath } from '../../../lib/model/click-path.ts'
import type { OutboundLink } from '../../../lib/model/landing.ts'
import { FBCLID, history, path, redirect } from '../../identifiers/story.ts'
import { at, told } from './told.ts'

type ToldLink = string | (Partial<OutboundLink> & { url: string })

/** A click that ended on lp.example, which links to these. */
const landing = (links: ToldLink[], recorded = LANDED): RecordedPath => ({
  ...recorded,
  landing: {
    at: 0,
    url: recorded.hops.at(-1)?.url ?? '',
    kept: [],
    links: links.map((link) => ({ how: 'link', ...(typeof link === 'string' ? { url: link } : link) })),
  },
})
const LANDED = path(at('ads', `?fbclid=${FBCLID}`), redirect(302, at('lp', `?fbclid=${FBCLID}`)))
const says = (...links: ToldLink[]) => told(landing(links), 'outbound-link-without-id')
const WARNED = ['warning 1 fbclid']

describe('outbound-link-without-id', () => {
  it('warns of a page that got the click ID and links to another site without it', () => {
    expect(says(at('offer', 'order'))).toEqual(WARNED)
    expect(says({ how: 'form', url: at('offer', 'order'), body: 'plan=basic' })).toEqual(WARNED)
    expect(says(at('offer', `order?fbclid=${FBCLID.slice(0, 30)}`))).toEqual(WARNED)
    expect(says(at('offer', 'order?fbclid={fbclid}'))).toEqual(WARNED)
  })

  it('is one finding a page, names the links and says how many carry it', () => {
    const links = [at('offer', 'a'), at('offer', 'b'), at('offer', `c?fbclid=${FBCLID}`)]
    const [finding, ...more] = judge(landing(links)).findings
    expect(more).toEqual([])
    expect(finding?.title).toBe('2 links on lp.example lead on without fbclid')
    expect(finding?.detail).toContain(
      '`https://offer.example/a` and `https://offer.example/b` do not carry it. 1 other carries',
    )
  })

  it('gives a script to paste, for the name that the page got the ID by and the hosts that lack it', () => {
    const renamed = path(at('ads', `?fbclid=${FBCLID}`), redirect(302, at('lp', `?sub1=${FBCLID}`)))
    const [finding] = judge(landing([at('offer', 'a')], renamed)).findings
    expect(finding?.paste).toContain("name = 'sub1', hosts = ['offer.example']")
    const inPath = path(at('ads', `?fbclid=${FBCLID}`), redirect(302, at('lp', FBCLID)))
    expect(judge(landing([at('offer', 'a')], inPath)).findings[0]?.paste).toBeUndefined()
  })

  it.each([
    ['under another name', `?sub1=${FBCLID}`],
    ['in a nested URL', `?u=${encodeURIComponent(`https://x.example/?fbclid=${FBCLID}`)}`],
    ['encoded twice', `?s1=${encodeURIComponent(encodeURIComponent(`${FBCLID}`))}`],
    ['as base64', `?data=${btoa(FBCLID)}`],
    ['inside a composite', `?s1=lp7_${FBCLID}`],
    ['in the fragment', `#fbclid=${FBCLID}`],
    ['in the path', FBCLID],
    ['replaced by an ID that was issued for the click', '?clickid=w7K2PQ9XVN4TB6HMZ1'],
  ])('says nothing where the link carries it %s', (_, rest) => expect(says(at('offer', rest))).toEqual([]))

  it('says nothing where a form carries it in its fields', () =>
    expect(says({ how: 'form', url: at('offer'), body: `aff_sub=${FBCLID}` })).toEqual([]))

  it.each([
    ['a social profile', 'https://www.facebook.com/brand'],
    ['a share button', 'https://twitter.com/intent/tweet?url=https://lp.example/'],
    ['a policy', at('lawyers', 'privacy-policy')],
    ['a review', 'https://www.trustpilot.com/review/lp.example'],
    ['an encyclopaedia', 'https://de.wikipedia.org/wiki/Matratze'],
    ['an authority', 'https://www.ftc.gov/rules'],
    ['a file', at('cdn', 'brochure.pdf')],
  ])('is not about %s', (_, url) => expect(says(url)).toEqual([]))

  it('is not about what stands in the footer or the menu, unless it looks like a tracking link', () => {
    expect(says({ url: at('partner'), aside: true })).toEqual([])
    expect(says({ url: at('partner'), rel: 'license noopener' })).toEqual([])
    expect(says({ url: at('trk', 'click?offer_id=7'), aside: true })).toEqual(WARNED)
  })

  it('trusts the cookie of a tracker that the click came through', () => {
    const through = (value: string) =>
      path(
        at('ads', `?fbclid=${FBCLID}`),
        redirect(302, at('trk', `c?fbclid=${FBCLID}`)),
        redirect(302, at('lp', `?fbclid=${FBCLID}`), value === '' ? undefined : [{ name: 'uid', value }]),
      )
    const link = [at('trk', 'click')]
    expect(told(landing(link, through('k3j4h5k6')), 'outbound-link-without-id')).toEqual([])
    expect(told(landing(link, through('')), 'outbound-link-without-id')).toEqual(['warning 2 fbclid'])
  })

  it('speaks of sub-IDs where the page got nothing else that looks like a click ID', () => {
    const told1 = (query: string) =>
      told(landing([at('offer')], path(at('a', `?${query}`))), 'outbound-link-without-id')
    expect(told1('s1=a8f3k2m9x7')).toEqual(['warning 0 s1'])
    expect(told1('s1=spring-sale')).toEqual([])
    expect(told1('utm_source=facebook')).toEqual([])
  })

  it('knows that a page which tidied its address still got the ID', () => {
    const tidied = path(at('ads', `?fbclid=${FBCLID}`), redirect(302, at('lp', `?fbclid=${FBCLID}`)), history(at('lp')))
    expect(told(landing([at('offer')], tidied), 'outbound-link-without-id')).toEqual(WARNED)
  })

  it('does not apply where the ID never reached the page, or the page was not asked', () => {
    const lost = path(at('ads', `?fbclid=${FBCLID}`), redirect(302, at('lp')))
    expect(told(landing([at('offer')], lost), 'outbound-link-without-id')).toEqual([])
    expect(told(LANDED, 'outbound-link-without-id')).toEqual([])
  })

  it('never throws on the links of a stranger', () =>
    expect(() => says('', 'http://[', `https://x.example/?${'&a=1'.repeat(500)}`, 'https://x.example/%')).not.toThrow())
})
