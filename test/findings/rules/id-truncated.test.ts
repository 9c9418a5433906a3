import { describe, expect, it } from 'vitest'
import { judge } from '../../../lib/findings/judge.ts'
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

  it("counts what is left of it inside a platform's own form", () => {
    const cut = redirect(302, at('c', `?fbc=fb.1.1700000000000.${FBCLID.slice(0, 30)}`))
    const story = path(at('a', `?fbclid=${FBCLID}`), cut)
    expect(says(story)).toEqual(['error 0 fbclid'])
    expect(judge(story).findings[0]?.title).toBe(`fbclid cut to 30 characters of ${FBCLID.length} after hop 1`)
  })

  it.each([
    ['abcd1234%26efgh5678', 'abcd1234', 'before `&`'],
    ['abcd1234%23efgh5678', 'abcd1234', 'before `#`'],
    [FBCLID, FBCLID.slice(0, 50), 'VARCHAR(50)'],
    [FBCLID, FBCLID.slice(0, 24), 'ClickBank'],
    [FBCLID, FBCLID.slice(0, 30), 'Widen the field'],
    [FBCLID, FBCLID.slice(-50), 'Widen the field'],
  ])('says what the place of the cut shows: %s, %s', (value, arrived, words) =>
    expect(judge(passed(value, arrived)).findings[0]?.fix).toContain(words),
  )

  it('does not apply to a campaign tag', () =>
    expect(says(passed(FBCLID, FBCLID.slice(0, 30), 'utm_campaign'))).toEqual([]))
})
