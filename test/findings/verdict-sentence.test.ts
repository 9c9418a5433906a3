import { describe, expect, it } from 'vitest'
import { judge } from '../../lib/findings/judge.ts'
import { verdictSentence } from '../../lib/findings/verdict-sentence.ts'
import { browserRewrite, FBCLID, history, link, path, redirect } from '../identifiers/story.ts'

const at = (host: string, rest = ''): string => `https://${host}.example/${rest}`
const AD = at('ads', `?fbclid=${FBCLID}`)
const TRACKER = redirect(302, at('trk', `?fbclid=${FBCLID}`))
const says = (...story: Parameters<typeof path>) => verdictSentence(judge(path(...story)))

describe('the verdict in words, hops numbered from 1', () => {
  it('of a loss', () =>
    expect(says(AD, TRACKER, redirect(302, at('lp')))).toBe(
      'fbclid lost after hop 2: trk.example answered 302 to lp.example without it',
    ))

  it('of several lost at one hop', () =>
    expect(says(at('a', '?gclid=abcdef123&s1=x-998877'), redirect(302, at('lp')))).toBe(
      'gclid and s1 lost after hop 1: a.example answered 302 to lp.example without them',
    ))

  it('of a hand-over', () =>
    expect(says(AD, TRACKER, redirect(302, at('lp', '?clickid=9f8e7d6c5b')))).toBe(
      'fbclid handed over after hop 2: trk.example answered 302 to lp.example with its own clickid instead',
    ))

  it('of a damage', () =>
    expect(says(AD, redirect(302, at('lp', `?fbclid=${FBCLID.slice(0, 30)}`)))).toBe(
      `fbclid cut to 30 characters of ${FBCLID.length} after hop 1: ads.example answered 302 to lp.example`,
    ))

  it("of this machine's doing", () =>
    expect(says(AD, browserRewrite(at('ads')))).toBe(
      'fbclid taken out by the browser after hop 1: the browser took it out before it asked ads.example',
    ))

  it('of what concerns no one identifier', () =>
    expect(says('http://a.example/?a=1?b=2')).toBe('The query of hop 1 has a second ?'))

  it('of a value that arrived', () => {
    expect(says(AD, TRACKER, link(at('offer', `?sub1=${FBCLID}`)))).toBe(
      'fbclid (as sub1) arrived intact at offer.example after 3 hops',
    )
    expect(says(AD, history(at('ads', 'x')))).toBe('fbclid arrived intact at ads.example after 1 hop')
    expect(says(at('a', '?gclid=abcdef12&s1=abcdef34&s2=abcdef56&s3=abcdef78'))).toBe(
      'gclid, s1 and 2 more arrived intact at a.example after 1 hop',
    )
  })

  it('of a path without a click ID', () => {
    expect(says(at('a'), redirect(302, at('b')))).toBe('No click ID on the way to b.example: 2 hops')
    expect(says(at('a', '?utm_source=x'))).toBe('No click ID on the way to a.example: 1 hop, only utm_source')
  })

  it('of nothing', () =>
    expect(verdictSentence(judge({ id: 'x', startedAt: '', hops: [] }))).toBe('Nothing recorded yet'))
})
