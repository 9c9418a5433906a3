import { describe, expect, it } from 'vitest'
import { history, path, redirect, redirectBy } from '../../identifiers/story.ts'
import { at, told } from './told.ts'

const says = (story: ReturnType<typeof path>) => told(story, 'permanent-redirect')
const CLICK = 'clickid=9f8e7d6c5b'
const LINK = at('trk', 'click?s1=banner-4711')

describe('permanent-redirect', () => {
  it('advises where a tracking link leads to another host for good', () => {
    expect(says(path(LINK, redirect(301, at('lp', `?${CLICK}`))))).toEqual(['info 0'])
    expect(says(path(at('trk', 'go'), redirect(308, at('lp', `?${CLICK}`))))).toEqual(['info 0'])
    expect(says(path(LINK, redirectBy(301, at('lp'), { 'cache-control': 'public, max-age=86400' })))).toEqual([
      'info 0',
    ])
  })

  it('names the redirect that is permanent, wherever it stands', () =>
    expect(says(path(LINK, redirect(302, at('net', `?${CLICK}`)), redirect(301, at('lp', `?${CLICK}`))))).toEqual([
      'info 1',
    ]))

  it.each(['no-store', 'private, no-cache', 'max-age=0, must-revalidate'])(
    'says nothing of one that is not kept: %s',
    (value) => expect(says(path(LINK, redirectBy(301, at('lp', `?${CLICK}`), { 'cache-control': value })))).toEqual([]),
  )

  it('says nothing of a redirect for now, nor of one that only tidies the address', () => {
    expect(says(path(LINK, redirect(302, at('lp', `?${CLICK}`))))).toEqual([])
    expect(says(path(`http://lp.example/?${CLICK}`, redirect(301, at('lp', `?${CLICK}`))))).toEqual([])
    expect(says(path(at('lp', `?${CLICK}`), redirect(301, at('www.lp', `?${CLICK}`))))).toEqual([])
    expect(says(path(at('lp', `old?${CLICK}`), redirect(301, at('lp', `new?${CLICK}`))))).toEqual([])
  })

  it('says nothing of a shortener or a platform, which nobody can tell otherwise', () =>
    expect(says(path('https://t.co/AbCd', redirect(301, at('lp', `?${CLICK}`))))).toEqual([]))

  it('does not apply where no ID is on the way, nor on one’s own machine', () => {
    expect(says(path(at('brand'), redirect(301, at('shop', '?utm_source=x'))))).toEqual([])
    expect(says(path(`http://trk.localhost/?${CLICK}`, redirect(301, `http://lp.localhost/?${CLICK}`)))).toEqual([])
    expect(says(path(at('lp', `?${CLICK}`), history(at('lp'))))).toEqual([])
  })
})
