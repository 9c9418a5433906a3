import { describe, expect, it } from 'vitest'
import { judge } from '../../../lib/findings/judge.ts'
import type { Hop } from '../../../lib/model/click-path.ts'
import { path, redirect } from '../../identifiers/story.ts'
import { at, told } from './told.ts'

const ending = (facts: Partial<Hop>) => {
  const story = path(at('a'), redirect(302, at('b')))
  Object.assign(story.hops[1] as Hop, facts)
  return story
}
const says = (facts: Partial<Hop>) => told(ending(facts), 'no-destination')

describe('no-destination', () => {
  it('advises where the path ends in a redirect', () => expect(says({ status: 302 })).toEqual(['info 1']))

  it('leaves the verdict alone: the recording may end there', () =>
    expect(judge(ending({ status: 302 })).verdict).toBe('pass'))

  it.each([
    ['a page', { status: 200 }],
    ['no answer known', { status: null }],
    ['an answer to a page that is kept', { status: 304 }],
  ])('says nothing of %s', (_, facts) => expect(says(facts)).toEqual([]))

  it('does not apply to a redirect that the browser gave up', () =>
    expect(says({ status: 302, error: 'net::ERR_TOO_MANY_REDIRECTS' })).toEqual([]))
})
