import { describe, expect, it } from 'vitest'
import { path, redirect } from '../../identifiers/story.ts'
import { at, told } from './told.ts'

const says = (story: ReturnType<typeof path>) => told(story, 'malformed-query')

describe('malformed-query', () => {
  it.each([
    ['a second ?', '?a=1?clickid=2'],
    ['a ? before the name', '??clickid=2'],
    ['a second ? behind a value', '?q=why?'],
    ['an entity', '?a=1&amp;clickid=2'],
    ['an encoded entity', '?a=1&amp%3Bclickid=2'],
    ['a numeric entity', '?a=1&#38;clickid=2'],
    ['a name eaten by HTML', '?a=1¤cy=USD'],
    ['a name eaten by HTML, encoded', '?a=1%C2%B6m=2'],
    ['a space', '?a=1 2'],
    ['a parameter without a name', '?a=1&=2'],
  ])('holds for %s', (_, query) => expect(says(path(at('a', query)))).toEqual(['warning 0']))

  it('blames the first hop that shows it', () =>
    expect(says(path(at('a'), redirect(302, at('b', '?a=1?b=2')), redirect(302, at('c', '?a=1?b=2'))))).toEqual([
      'warning 1',
    ]))

  it.each([
    '',
    '?',
    '?a=1&b=2',
    '?a=1%202&b=1+2',
    '?&a=1&&b=2&',
    '?a[]=1&a[]=2&f[x]=3',
    '?j={"a":[1,"b"]}',
    '?url=https://b.example/?x=1&y=2',
    '?url=https%3A%2F%2Fb.example%2F%3Fx%3D1',
    '?next=/p?x=1',
    '?https://b.example/?x=1',
    '?flag&a=b=c==',
    '?price=%C2%A35&c=%C2%A9',
    '#/route?a=1',
    '?a=1#/route?b=2',
  ])('says nothing of %s', (query) => expect(says(path(at('a', query)))).toEqual([]))

  it('does not apply to a URL without a query', () => expect(says(path('about:blank'))).toEqual([]))
})
