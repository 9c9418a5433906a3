import { describe, expect, it } from 'vitest'
import { FBCLID, path, redirect } from '../../identifiers/story.ts'
import { at, told } from './told.ts'

const says = (query: string) => told(path(at('ads', query), redirect(302, at('lp', query))), 'odd-shape')

describe('odd-shape', () => {
  it.each(['?fbclid=test1234', '?gclid=TeSter-123', '?msclkid=abcdef12', '?twclid=0815-4711'])(
    'advises where a click ID does not look like its platform’s: %s',
    (query) => expect(says(query)).toHaveLength(1),
  )

  it('names the hop where it came', () =>
    expect(told(path(at('a'), redirect(302, at('b', '?gclid=TeSter-123'))), 'odd-shape')).toEqual(['info 1 gclid']))

  it.each([
    `?fbclid=${FBCLID}`,
    `?gclid=CjwKCAjw${'a1B2c3D4'.repeat(10)}_wcB`,
    '?msclkid=0123456789abcdef0123456789abcdef',
    `?fbclid=${'a1'.repeat(300)}`,
  ])('says nothing of %s', (query) => expect(says(query)).toEqual([]))

  it('does not apply to names of no one platform, to tags and to placeholders', () =>
    expect(says('?clickid=x-1234567&s1=whatever&utm_source=x&fbclid={fbclid}')).toEqual([]))

  it('does not apply to what is made up on one’s own machine', () =>
    expect(told(path('http://lp.localhost/?fbclid=test1234'), 'odd-shape')).toEqual([]))
})
