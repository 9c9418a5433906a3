import { describe, expect, it } from 'vitest'
import { judge } from '../../../lib/findings/judge.ts'
import {
  browserRewrite,
  FBCLID,
  history,
  link,
  metaRefresh,
  path,
  post,
  redirect,
  script,
  setting,
} from '../../identifiers/story.ts'
import { at, told } from './told.ts'

const AD = at('ads', `?fbclid=${FBCLID}`)
const TRACKER = redirect(302, at('trk', `?fbclid=${FBCLID}`))
const says = (story: ReturnType<typeof path>) => told(story, 'id-stripped')

describe('id-stripped', () => {
  it('blames the last hop that had it', () =>
    expect(says(path(AD, TRACKER, redirect(302, at('lp')), link(at('offer'))))).toEqual(['error 1 fbclid']))

  it('speaks of sub-IDs too', () =>
    expect(says(path(at('a', '?s1=abc12345'), redirect(302, at('b'))))).toEqual(['error 0 s1']))

  it('warns where it is handed over', () =>
    expect(says(path(AD, TRACKER, redirect(302, at('lp', '?clickid=9f8e7d6c5b'))))).toEqual(['warning 1 fbclid']))

  it('only informs where a page tidies its own address after it loaded', () =>
    expect(says(path(AD, TRACKER, history(at('trk')), history(at('trk', 'step-2'))))).toEqual(['info 1 fbclid']))

  it('is an error where the page tidies its address and the next one comes without it', () =>
    expect(says(path(AD, history(at('ads')), link(at('lp'))))).toEqual(['error 0 fbclid']))

  it('says nothing of what arrives, whatever happened between', () => {
    expect(says(path(AD, redirect(302, at('trk')), redirect(302, at('lp', `?fbclid=${FBCLID}`))))).toEqual([])
    expect(says(path(AD, redirect(302, at('lp', `?sub1=${FBCLID}`))))).toEqual([])
    expect(says(path(AD, setting(link(at('ads', 'cart')), { name: '_fbc', value: `fb.1.1.${FBCLID}` })))).toEqual([])
  })

  it('does not apply to tags, to what is no ID, and to common values', () =>
    expect(
      says(
        path(
          at('a', '?utm_source=facebook&_gl=1*abcdef&s1=US&s2=true&s3=2026-11-21&s4=12&sub1='),
          redirect(302, at('b')),
        ),
      ),
    ).toEqual([]))

  it('stands back where the loss was made on this machine, or the value was replaced', () => {
    expect(says(path(AD, browserRewrite(at('ads'))))).toEqual([])
    expect(says(path(AD, redirect(302, at('b', `?fbclid=${'Zz9'.repeat(20)}`))))).toEqual([])
  })

  it('does not miss one of two values that came under one name', () =>
    expect(
      says(path(at('a', '?clickid=first-111&clickid=other-222'), redirect(302, at('b', '?clickid=first-111')))),
    ).toEqual([]))
})

describe('the fix is chosen by what led on', () => {
  const fixOf = (lead: Parameters<typeof path>[1]) =>
    judge(path(AD, lead)).findings.find(({ rule }) => rule === 'id-stripped')

  it.each([
    ['a redirect', redirect(302, at('lp')), 'ads.example answered 302 to lp.example', 'tracker'],
    ['a canonical redirect', redirect(301, at('www.ads')), 'answered 301', '$request_uri'],
    ['a script', script(at('lp')), 'A script on ads.example', 'location.search'],
    ['a form', post(at('lp'), 'email=x'), 'A form on ads.example', '<input type="hidden" name="fbclid"'],
    ['a meta refresh', metaRefresh(at('lp')), 'A meta refresh on ads.example', 'location.search'],
    ['a link', link(at('lp'), '<a href="/go">Buy</a>'), '<a href="/go">Buy</a>', 'href'],
  ])('%s', (_, lead, blame, fix) => {
    expect(fixOf(lead)?.detail).toContain(blame)
    expect(`${fixOf(lead)?.fix} ${fixOf(lead)?.paste}`).toContain(fix)
  })

  it('sends to the cookie what was kept in one, and not to an address that has it no more', () => {
    const kept = path(
      at('lp', `?fbclid=${FBCLID}`),
      setting(link(at('lp', 'cart')), { name: 'cid', value: FBCLID }),
      link(at('offer')),
    )
    const finding = judge(kept).findings.find(({ rule }) => rule === 'id-stripped')
    expect(finding?.detail).toContain('was kept in the cookie cid')
    expect(finding?.fix).toBe(
      'By then the value stood only in the cookie cid of lp.example. Read it there, and put it into the URL that leads to offer.example.',
    )
  })

  it('names the parameter as the blamed hop had it', () => {
    const renamed = path(AD, redirect(302, at('trk', `?sub7=${FBCLID}`)), redirect(302, at('lp')))
    expect(judge(renamed).findings[0]?.fix).toContain('add sub7 to the destination URL')
  })
})
