import { describe, expect, it } from 'vitest'
import { browserRewrite, FBCLID, history, link, outcomeOf, path, redirect, script, setting } from './story.ts'

const at = (host: string, rest = '') => `https://${host}.example/${rest}`
const AD = at('ads', `?fbclid=${FBCLID}`)

describe('delivered', () => {
  it('when the value is on the last document, whatever happened between', () =>
    expect(outcomeOf(path(AD, redirect(302, at('trk')), redirect(302, at('lp', `?sub1=${FBCLID}`))), 'fbclid')).toBe(
      'delivered',
    ))

  it('when the page takes it out of its address afterwards', () =>
    expect(outcomeOf(path(AD, history(at('ads', 'clean'))), 'fbclid')).toBe('delivered'))

  it('when the page begins a call or a mail', () => {
    expect(outcomeOf(path(AD, link('tel:+15551234567')), 'fbclid')).toBe('delivered')
    expect(outcomeOf(path(AD, link('mailto:a@b.example?subject=x')), 'fbclid')).toBe('delivered')
  })

  it('when the page opens an empty tab, but not when that goes on without it', () => {
    expect(outcomeOf(path(AD, script('about:blank')), 'fbclid')).toBe('delivered')
    expect(outcomeOf(path(AD, script('about:blank'), script(at('offer'))), 'fbclid')).toBe('lost')
  })

  it('when it appears on the last document by a change of address', () =>
    expect(outcomeOf(path(at('lp'), history(at('lp', '?clickid=abcdef123')), history(at('lp'))), 'clickid')).toBe(
      'delivered',
    ))

  it('as base64, in a composite, in a cookie of the site', () => {
    for (const value of [btoa(FBCLID).replace(/=+$/, ''), `x_${FBCLID}`])
      expect(outcomeOf(path(AD, redirect(302, at('lp', `?d=${value}`))), 'fbclid')).toBe('delivered')
    const cookie = { name: 'c', value: FBCLID }
    expect(outcomeOf(path(AD, setting(script(at('ads', 'next')), cookie)), 'fbclid')).toBe('delivered')
  })
})

describe('altered', () => {
  it.each([
    ['cut', FBCLID.slice(0, 30)],
    ['in lower case', FBCLID.toLowerCase()],
    ['with a character more', `${FBCLID}x`],
  ])('when it arrives %s', (_, value) =>
    expect(outcomeOf(path(AD, redirect(302, at('lp', `?fbclid=${value}`))), 'fbclid')).toBe('altered'),
  )

  it('when it arrives under one layer of encoding more', () =>
    expect(
      outcomeOf(path(at('a', '?clickid=ab%7Ccd12'), redirect(302, at('b', '?clickid=ab%257Ccd12'))), 'clickid'),
    ).toBe('altered'))
})

describe('handed over', () => {
  it('when the very next hop brings a new click ID, on the same site too', () => {
    expect(outcomeOf(path(AD, redirect(302, at('lp', '?clickid=9f8e7d6c'))), 'fbclid')).toBe('handed-over')
    expect(outcomeOf(path(AD, redirect(302, at('ads', '?clickid=9f8e7d6c'))), 'fbclid')).toBe('handed-over')
  })

  it('when a network goes on with the ID that it keeps itself', () => {
    const hop = at('hop', '?vendor=v&tid=fb7723x9ab')
    const vendor = at('vendor', '?hopId=7c1b9a5e-2d8f-40b3-a6c4-e8f1d0b2a395')
    expect(outcomeOf(path(hop, redirect(302, vendor)), 'tid')).toBe('handed-over')
  })

  it('not when a later hop brings it, or an earlier one had it', () => {
    expect(outcomeOf(path(AD, redirect(302, at('b')), redirect(302, at('c', '?clickid=9f8e7d6c'))), 'fbclid')).toBe(
      'lost',
    )
    expect(outcomeOf(path(`${AD}&clickid=9f8e7d6c`, redirect(302, at('b', '?clickid=9f8e7d6c'))), 'fbclid')).toBe(
      'lost',
    )
    expect(outcomeOf(path(`${AD}&x=9f8e7d6c`, redirect(302, at('b', '?clickid=9f8e7d6c'))), 'fbclid')).toBe('lost')
  })

  it('when another site gets a new ID-like value in a sub-ID slot', () => {
    expect(outcomeOf(path(AD, redirect(302, at('b', '?sub1=9f8e7d6c5b4a'))), 'fbclid')).toBe('handed-over')
    expect(outcomeOf(path(AD, redirect(302, at('ads', '?sub1=9f8e7d6c5b4a'))), 'fbclid')).toBe('lost')
    expect(outcomeOf(path(AD, redirect(302, at('b', '?sub1=facebook'))), 'fbclid')).toBe('lost')
  })

  it('when a name that belongs to no one platform gets another value on another site', () => {
    const first = at('a', '?clickid=first-111')
    expect(outcomeOf(path(first, redirect(302, at('b', '?clickid=other-222'))), 'clickid')).toBe('handed-over')
    expect(outcomeOf(path(first, redirect(302, at('sub.a', '?clickid=other-222'))), 'clickid')).toBe('lost')
    expect(outcomeOf(path(first, redirect(302, at('b', '?clickid={clickid}'))), 'clickid')).toBe('lost')
    expect(outcomeOf(path(AD, redirect(302, at('b', `?fbclid=${'Qq7'.repeat(20)}`))), 'fbclid')).toBe('lost')
  })

  it('not by what this machine takes out', () =>
    expect(outcomeOf(path(AD, browserRewrite(at('ads', '?clickid=9f8e7d6c'))), 'fbclid')).toBe('lost'))
})

describe('lost', () => {
  it('when it does not arrive', () => expect(outcomeOf(path(AD, link(at('offer'))), 'fbclid')).toBe('lost'))
})
