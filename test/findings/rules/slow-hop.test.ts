import { describe, expect, it } from 'vitest'
import type { Hop } from '../../../lib/model/click-path.ts'
import { path, redirect } from '../../identifiers/story.ts'
import { at, told } from './told.ts'

const says = (first: Partial<Hop>, last: Partial<Hop> = {}) => {
  const story = path(at('trk'), redirect(302, at('lp')))
  Object.assign(story.hops[0] ?? {}, first)
  Object.assign(story.hops[1] ?? {}, last)
  return told(story, 'slow-hop')
}

describe('slow-hop', () => {
  it('advises of a redirect from one second on, of a page from three', () => {
    expect(says({ durationMs: 1000 })).toEqual(['info 0'])
    expect(says({}, { durationMs: 3000 })).toEqual(['info 1'])
  })

  it('says nothing of what is quicker', () => expect(says({ durationMs: 999 }, { durationMs: 2999 })).toEqual([]))

  it('does not apply to what failed, was never answered, or has no time', () => {
    expect(says({}, { durationMs: 30_000, status: 504 })).toEqual([])
    expect(says({}, { durationMs: 30_000, status: null, error: 'net::ERR_TIMED_OUT' })).toEqual([])
    expect(says({ durationMs: null }, { durationMs: 30_000, status: null })).toEqual([])
  })
})
