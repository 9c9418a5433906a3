import { describe, expect, it } from 'vitest'
import { FBCLID, path, redirect } from '../../identifiers/story.ts'
import { at, told } from './told.ts'

const says = (story: ReturnType<typeof path>) => told(story, 'id-truncated')
const passed = (value: string, arrived: string, name = 'clickid') =>
  path(
    at('a', `?${name}=${value}`),
    redirect(302, at('b', `?${name}=${value}`)),
    redirect(302, at('c', `?${name}=${arrived}`)),
  )

describe('id-truncated', () => {
  it('blames the last hop that had the whole value', () => {
    expect(says(passed(FBCLID, FBCLID.slice(0, 30)))).toEqual(['error 1 clickid'])
    expect(says(passed(FBCLID, FBCLID.slice(-30)))).toEqual(['error 1 clickid'])
  })

  it('says nothing of a value that is whole again on the last document', () => {
    const cut = redirect(302, at('b', `?clickid=${FBCLID.slice(0, 30)}`))
    expect(says(path(at('a', `?clickid=${FBCLID}`), cut, redirect(302, at('c', `?clickid=${FBCLID}`))))).toEqual([])
  })

  it('holds from six characters and a third on', () => {
    expect(says(passed('abcdefghijklmnopqr', 'abcdef'))).toEqual(['error 1 clickid'])
    expect(says(passed('abcdefghijklmnopqrs', 'abcdef'))).toEqual([])
    expect(says(passed('abcdefghi', 'abcde'))).toEqual([])
  })

  it('does not apply to a campaign tag', () =>
    expect(says(passed(FBCLID, FBCLID.slice(0, 30), 'utm_campaign'))).toEqual([]))
})
