import { describe, expect, it } from 'vitest'
import { follow } from '../../lib/identifiers/follow.ts'
import { FBCLID, history, identifier, link, path, post, redirect, script, setting, trailOf } from './story.ts'

const AD = `https://ads.example/?fbclid=${FBCLID}`
const at = (host: string, rest = '') => `https://${host}.example/${rest}`

describe('a value that is passed on', () => {
  it('is kept', () =>
    expect(trailOf(path(AD, redirect(302, at('trk', `?fbclid=${FBCLID}`))), 'fbclid')).toBe('appeared kept'))

  it('is kept when its escapes are spelt otherwise', () =>
    expect(
      trailOf(path(at('a', '?clickid=ab%7ecd-ef'), redirect(302, at('b', '?clickid=ab~cd%2Def'))), 'clickid'),
    ).toBe('appeared kept'))

  it('is renamed once, then kept under the new name', () => {
    const renamed = path(AD, redirect(302, at('trk', `?sub1=${FBCLID}`)), redirect(302, at('lp', `?sub1=${FBCLID}`)))
    expect(trailOf(renamed, 'fbclid')).toBe('appeared renamed:sub1 kept')
    expect(follow(renamed.hops)).toHaveLength(1)
  })

  it('is moved to a fragment, a path, a body, a nested URL', () => {
    const moved = path(
      AD,
      redirect(302, at('trk', `#fbclid=${FBCLID}`)),
      script(at('lp', `go/${FBCLID}/`)),
      post(at('lp', 'form'), `fbclid=${FBCLID}`),
      redirect(302, at('net', `?url=${encodeURIComponent(at('offer', `?fbclid=${FBCLID}`))}`)),
      redirect(302, at('offer', `?fbclid=${FBCLID}`)),
    )
    expect(trailOf(moved, 'fbclid')).toBe('appeared moved@fragment moved@path moved@body moved@nested moved@query')
  })

  it('is re-encoded as base64 and back, inside base64, and in a composite', () => {
    const recoded = path(
      at('a', '?clickid=abcdef-123456'),
      redirect(302, at('b', `?clickid=${btoa('abcdef-123456')}`)),
      redirect(302, at('c', '?clickid=abcdef-123456')),
      redirect(302, at('d', `?data=${btoa('v=1&id=abcdef-123456&x=2').replace(/=+$/, '')}`)),
      redirect(302, at('e', '?sub1=fb_abcdef-123456_7')),
    )
    expect(trailOf(recoded, 'clickid')).toBe('appeared reencoded reencoded reencoded reencoded')
  })

  it('is found in a composite that has a name of its own', () =>
    expect(
      trailOf(
        path(at('a', '?clickid=abcdef77&sub1=abcdef77_fb'), redirect(302, at('b', '?sub1=abcdef77_fb'))),
        'clickid',
      ),
    ).toBe('appeared reencoded'))

  it('is re-encoded by a layer of encoding more', () =>
    expect(trailOf(path(at('a', '?clickid=ab%7Ccd'), redirect(302, at('b', '?clickid=ab%257Ccd'))), 'clickid')).toBe(
      'appeared reencoded',
    ))
})

describe('a value that goes', () => {
  it('is stripped, then absent, then restored', () =>
    expect(
      trailOf(
        path(AD, redirect(302, at('trk')), redirect(302, at('mid')), redirect(302, at('lp', `?fbclid=${FBCLID}`))),
        'fbclid',
      ),
    ).toBe('appeared stripped absent restored'))

  it('is replaced by another of its name, which is followed in turn', () => {
    const replaced = path(
      at('a', '?clickid=first-111'),
      redirect(302, at('b', '?clickid=other-222')),
      script(at('b', 'x')),
    )
    expect(follow(replaced.hops).map(({ value, trail }) => `${value} ${trail.map(({ state }) => state)}`)).toEqual([
      'first-111 appeared,replaced,absent',
      'other-222 appeared,stripped',
    ])
  })

  it('is followed where it is renamed, though another value takes its name', () => {
    const shuffled = path(at('a', '?clickid=first-111'), redirect(302, at('b', '?clickid=other-222&sub1=first-111')))
    expect(trailOf(shuffled, 'clickid')).toBe('appeared renamed:sub1')
  })

  it('has a step for every hop to the last, changes of address included', () =>
    expect(trailOf(path(AD, history(at('ads', 'clean')), link(at('lp'))), 'fbclid')).toBe('appeared stripped absent'))
})

describe('a value that is damaged', () => {
  it('is altered once, then kept as it is', () => {
    const cut = `?fbclid=${FBCLID.slice(0, 30)}`
    expect(trailOf(path(AD, redirect(302, at('trk', cut)), redirect(302, at('lp', cut))), 'fbclid')).toBe(
      'appeared altered kept',
    )
  })

  it('is restored when it is whole again', () =>
    expect(
      trailOf(
        path(
          AD,
          redirect(302, at('b', `?fbclid=${FBCLID.toLowerCase()}`)),
          redirect(302, at('c', `?fbclid=${FBCLID}`)),
        ),
        'fbclid',
      ),
    ).toBe('appeared altered restored'))

  it('is found damaged under a new name', () => {
    const step = identifier(path(AD, redirect(302, at('trk', `?sub2=${FBCLID.slice(0, 40)}`))), 'fbclid').trail[1]
    expect(step).toMatchObject({ state: 'altered', name: 'sub2', value: FBCLID.slice(0, 40) })
  })

  it('is not taken for a number beside it', () => {
    const counted = path(
      at('a', '?clickid=100000000000001&sub1=100000000000002'),
      redirect(302, at('b', '?sub1=100000000000002')),
    )
    expect(trailOf(counted, 'clickid')).toBe('appeared stripped')
  })
})

describe('a cookie', () => {
  const kept = { name: '_fbc', value: `fb.1.1700000000000.${FBCLID}` }

  it('holds the value on later hops of its site, and gives it back', () => {
    const held = path(
      at('www.shop', `?fbclid=${FBCLID}`),
      setting(link(at('www.shop', 'cart')), kept),
      link(at('pay.shop', 'order')),
      redirect(302, at('www.shop', `thanks?fbclid=${FBCLID}`)),
    )
    expect(trailOf(held, 'fbclid')).toBe('appeared moved@cookie kept restored')
  })

  it('does not hold it on another site, nor before it was set', () => {
    expect(trailOf(path(at('shop', `?fbclid=${FBCLID}`), setting(link(at('other')), kept)), 'fbclid')).toBe(
      'appeared stripped',
    )
    expect(
      trailOf(
        path(at('shop', `?fbclid=${FBCLID}`), link(at('shop', 'a')), setting(link(at('shop', 'b')), kept)),
        'fbclid',
      ),
    ).toBe('appeared stripped moved@cookie')
  })

  it('holds it no more once it is overwritten', () =>
    expect(
      trailOf(
        path(
          at('shop', '?clickid=abcdef123'),
          setting(link(at('shop', 'a')), { name: 'cid', value: 'abcdef123' }),
          setting(link(at('shop', 'b')), { name: 'cid', value: '' }),
        ),
        'clickid',
      ),
    ).toBe('appeared moved@cookie stripped'))
})

describe('which values are identifiers', () => {
  const names = (...leads: Parameters<typeof path>) =>
    follow(path(...leads).hops).map(({ name, value }) => `${name}=${value}`)

  it('an empty one is none', () => expect(names(at('a', '?fbclid=&s1='))).toEqual([]))

  it('equal values under two names on the first hop are two', () => {
    expect(names(at('a', '?clickid=abcdef123&sub1=abcdef123'), redirect(302, at('b', '?sub1=abcdef123')))).toEqual([
      'clickid=abcdef123',
      'sub1=abcdef123',
    ])
  })

  it('a name that comes later with the same value is a rename of the first', () =>
    expect(names(at('a', '?clickid=abcdef123'), redirect(302, at('b', '?clickid=abcdef123&sub1=abcdef123')))).toEqual([
      'clickid=abcdef123',
    ]))

  it('a common value is shown, and never followed to another name', () => {
    const common = path(at('a', '?s1=US&s2=2026-11-21'), redirect(302, at('b', '?sub1=US&s2=2026-11-21')))
    expect(trailOf(common, 's1')).toBe('appeared stripped')
    expect(trailOf(common, 's2')).toBe('appeared kept')
    expect(trailOf(common, 'sub1')).toBe('appeared')
  })

  it('one in a nested URL appears there; a macro there is a template', () => {
    const nested = path(
      at('trk', `?url=${encodeURIComponent(at('lp', '?s1=abcd1234&clickid={clickid}'))}`),
      redirect(302, at('lp', '?s1=abcd1234&clickid=xyz98765')),
    )
    expect(trailOf(nested, 's1')).toBe('appeared@nested moved@query')
    expect(trailOf(nested, 'clickid')).toBe('appeared')
  })

  it('a hostile URL of thousands is followed to a limit', () =>
    expect(names(at('a', `?${Array.from({ length: 3000 }, (_, n) => `s1=v${n}000`).join('&')}`)).length).toBe(200))
})

describe('a hostile path', () => {
  it('is compared so far and no further; what stands unchanged is followed to the end', () => {
    const strangers = (hop: number) =>
      Array.from({ length: 300 }, (_, nth) => `p${nth}=${(hop * 1000 + nth + 1) * 7919}x`).join('&')
    const ids = Array.from({ length: 199 }, (_, nth) => `n${nth}_click_id=${nth}-${FBCLID.slice(nth % 30)}`).join('&')
    const walked = path(
      `${AD}&${ids}`,
      ...[1, 2, 3, 4].map((hop) => script(at('trk', `?${strangers(hop)}`))),
      script(at('lp', `?fbclid=${FBCLID}&sub1=${`7-${FBCLID.slice(7)}`.slice(0, 40)}`)),
    )
    expect(identifier(walked, 'fbclid').outcome).toBe('delivered')
    expect(identifier(walked, 'n7_click_id').outcome).toBe('lost')
  })
})
