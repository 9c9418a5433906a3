import { describe, expect, it } from 'vitest'
import { judge } from '../../../lib/findings/judge.ts'
import { path, redirect, redirectBy } from '../../identifiers/story.ts'
import { at, told } from './told.ts'

const says = (story: ReturnType<typeof path>) => told(story, 'id-replaced')
const FIRST = at('a', '?clickid=first-111')

describe('id-replaced', () => {
  it('is an error on the same site', () =>
    expect(says(path(FIRST, redirect(302, at('www.a', '?clickid=other-222'))))).toEqual(['error 0 clickid']))

  it('is an error under a name that belongs to a platform', () =>
    expect(says(path(at('a', '?gclid=first-111'), redirect(302, at('b', '?gclid=other-222'))))).toEqual([
      'error 0 gclid',
    ]))

  it('warns where another site issues its own under a name of everyone', () =>
    expect(says(path(FIRST, redirect(302, at('b', '?clickid=other-222'))))).toEqual(['warning 0 clickid']))

  it('warns though the other value stood in a nested URL before', () => {
    const nested = encodeURIComponent(at('b', '?clickid=other-222'))
    expect(says(path(`${FIRST}&url=${nested}`, redirect(302, at('b', '?clickid=other-222'))))).toEqual([
      'warning 0 clickid',
    ])
  })

  it('is an error where a placeholder took its place', () =>
    expect(says(path(FIRST, redirect(302, at('b', '?clickid={clickid}'))))).toEqual(['error 0 clickid']))

  it.each([
    ['on the same site', 'www.a'],
    ['where it was handed over', 'b'],
  ])('says that a cache before the server gave the redirect: %s', (_, host) => {
    const cached = redirectBy(302, at(host, '?clickid=other-222'), { 'x-cache': 'Hit from cloudfront' })
    expect(judge(path(FIRST, cached)).findings[0]?.fix).toContain('out of a cache before a.example')
  })

  it('says nothing where the value goes on under another name', () =>
    expect(says(path(FIRST, redirect(302, at('a', '?clickid=other-222&sub1=first-111'))))).toEqual([]))

  it('does not apply to tags, common values and placeholders', () =>
    expect(
      says(
        path(
          at('a', '?utm_source=one-thing&s1=12&s2={sub}'),
          redirect(302, at('a', '?utm_source=another&s1=13&s2=x-1234567')),
        ),
      ),
    ).toEqual([]))
})
