import { describe, expect, it } from 'vitest'
import { path, redirect } from '../../identifiers/story.ts'
import { at, told } from './told.ts'

const says = (story: ReturnType<typeof path>) => told(story, 'id-duplicated')
const TWICE = at('b', '?clickid=first-111&clickid=other-222')

describe('id-duplicated', () => {
  it('blames the first hop whose URL shows it, once', () =>
    expect(
      says(path(at('a', '?clickid=first-111'), redirect(302, TWICE), redirect(302, TWICE.replace('b.', 'c.')))),
    ).toEqual(['warning 1 clickid']))

  it('is told though the value arrives intact', () =>
    expect(says(path(TWICE, redirect(302, at('c', '?clickid=first-111'))))).toEqual(['warning 0 clickid']))

  it('knows a name in another case where its platform does', () =>
    expect(says(path(at('a', '?clickid=first-111&ClickID=other-222')))).toEqual(['warning 0 clickid']))

  it('says nothing of one value twice, of an empty one, nor of a nested URL', () => {
    expect(says(path(at('a', '?clickid=first-111&clickid=first-111&clickid=')))).toEqual([])
    const nested = encodeURIComponent(at('b', '?clickid=other-222'))
    expect(says(path(at('a', `?clickid=first-111&url=${nested}`)))).toEqual([])
  })

  it('does not apply to tags and other parameters', () =>
    expect(says(path(at('a', '?utm_source=a&utm_source=b&x=1&x=2&a[]=1&a[]=2')))).toEqual([]))
})
