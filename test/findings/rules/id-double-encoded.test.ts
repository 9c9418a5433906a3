import { describe, expect, it } from 'vitest'
import { path, redirect } from '../../identifiers/story.ts'
import { at, told } from './told.ts'

const says = (story: ReturnType<typeof path>) => told(story, 'id-double-encoded')
const passed = (value: string, arrived: string, name = 'clickid') =>
  path(
    at('a', `?${name}=${value}`),
    redirect(302, at('b', `?${name}=${value}`)),
    redirect(302, at('c', `?${name}=${arrived}`)),
  )

describe('id-double-encoded', () => {
  it('holds for one layer more, and for one fewer', () => {
    expect(says(passed('ab%7Ccd%7Cef', 'ab%257Ccd%257Cef'))).toEqual(['error 1 clickid'])
    expect(says(passed('ab%257Ccd', 'ab%7Ccd'))).toEqual(['error 1 clickid'])
  })

  it('says nothing of escapes that decode to the same', () => expect(says(passed('ab%7Ccd', 'ab|cd'))).toEqual([]))

  it('does not apply to a campaign tag', () => expect(says(passed('ab%7Ccd', 'ab%257Ccd', 'utm_campaign'))).toEqual([]))
})
