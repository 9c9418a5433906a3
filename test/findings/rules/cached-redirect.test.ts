import { describe, expect, it } from 'vitest'
import type { Hop } from '../../../lib/model/click-path.ts'
import { path, redirect } from '../../identifiers/story.ts'
import { at, told } from './told.ts'

const says = (story: ReturnType<typeof path>) => told(story, 'cached-redirect')
const answered = (facts: Partial<Hop>) => {
  const story = path(at('a'), redirect(301, at('b')), redirect(302, at('c')))
  Object.assign(story.hops[1] as Hop, facts)
  return story
}

describe('cached-redirect', () => {
  it('blames the hop that was answered from the cache', () => {
    expect(says(answered({ fromCache: true }))).toEqual(['warning 1'])
    expect(says(answered({ fromCache: true, status: null }))).toEqual(['warning 1'])
  })

  it('says nothing of a redirect that the server answered', () => expect(says(answered({}))).toEqual([]))

  it('does not apply to a page from the cache', () =>
    expect(says(answered({ fromCache: true, status: 200 }))).toEqual([]))
})
