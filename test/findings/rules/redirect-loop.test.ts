import { describe, expect, it } from 'vitest'
import { judge } from '../../../lib/findings/judge.ts'
import { fragment, history, link, metaRefresh, path, post, redirect, script } from '../../identifiers/story.ts'
import { at, told } from './told.ts'

const says = (story: ReturnType<typeof path>) => told(story, 'redirect-loop')
const COOKIE = [{ name: 'seen', value: '1' }]

describe('redirect-loop', () => {
  it('blames the hop that sends the browser back', () => {
    expect(says(path(at('a'), redirect(302, at('b')), redirect(302, at('a'))))).toEqual(['error 1'])
    expect(says(path(at('a'), link(at('b')), script(at('c')), metaRefresh(at('b'))))).toEqual(['error 2'])
  })

  it('blames the last hop when the browser gave up', () => {
    const story = path(at('a'), redirect(302, at('b')), redirect(302, at('c')))
    Object.assign(story.hops[2] ?? {}, { error: 'net::ERR_TOO_MANY_REDIRECTS', status: null })
    expect(says(story)).toEqual(['error 2'])
    expect(told(story, 'hop-failed')).toEqual([])
  })

  it('says which spelling of one address the two cannot agree on', () => {
    const both = path(at('a'), redirect(301, at('www.a')), redirect(301, at('a')))
    expect(judge(both).findings[0]?.fix).toMatch(/^www\.a\.example and a\.example send .* Decide on one/)
    const others = path(at('a'), redirect(301, at('b')), redirect(301, at('a')))
    expect(judge(others).findings[0]?.fix).toMatch(/^On b\.example, find what it asks for/)
  })

  it('takes a next hop of unknown cause after a redirect for that redirect', () => {
    const unknown = path(at('a'), redirect(302, at('b')), redirect(302, at('a')))
    for (const hop of unknown.hops) hop.cause = 'unknown'
    expect(says(unknown)).toEqual(['error 1'])
  })

  it('lets a cookie check come back once, not twice', () => {
    const once = [redirect(302, at('b'), COOKIE), redirect(302, at('a'))]
    expect(says(path(at('a'), ...once))).toEqual([])
    expect(says(path(at('a'), ...once, redirect(302, at('b'), COOKIE), redirect(302, at('a'))))).toEqual(['error 3'])
  })

  it('says nothing where a person went back, or a form was answered by its own page', () => {
    expect(says(path(at('a'), link(at('b')), link(at('a'))))).toEqual([])
    expect(says(path(at('a'), post(at('a'), 'x=1'), redirect(303, at('a'))))).toEqual([])
    expect(says(path(at('a'), redirect(302, at('a', '?x=1'))))).toEqual([])
  })

  it('does not apply to a page that moves within itself', () =>
    expect(says(path(at('a'), fragment(at('a', '#b')), fragment(at('a'))))).toEqual([]))

  it('lets a page ask for the address that it only gave itself before', () =>
    expect(says(path(at('a'), history(at('a', 'step')), script(at('a', 'step'))))).toEqual([]))

  it('sees a circle whose pages rewrite their address on the way', () =>
    expect(says(path(at('a'), history(at('a', 'x')), script(at('b')), script(at('a'))))).toEqual(['error 2']))
})
