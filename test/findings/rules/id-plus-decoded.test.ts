import { describe, expect, it } from 'vitest'
import { path, redirect } from '../../identifiers/story.ts'
import { at, told } from './told.ts'

const says = (story: ReturnType<typeof path>) => told(story, 'id-plus-decoded')
const passed = (value: string, arrived: string, name = 'clickid') =>
  path(
    at('a', `?${name}=${value}`),
    redirect(302, at('b', `?${name}=${value}`)),
    redirect(302, at('c', `?${name}=${arrived}`)),
  )

describe('id-plus-decoded', () => {
  it('holds when a + became a space', () => {
    expect(says(passed('ab+cd/ef==', 'ab%20cd/ef=='))).toEqual(['error 1 clickid'])
    expect(says(passed('ab%2Bcdef', 'ab%20cdef'))).toEqual(['error 1 clickid'])
  })

  it('says nothing of a + that is spelt %2B', () => expect(says(passed('ab%2Bcdef', 'ab+cdef'))).toEqual([]))

  it('does not apply to a campaign tag', () => expect(says(passed('ab+cdef', 'ab%20cdef', 'utm_campaign'))).toEqual([]))
})
