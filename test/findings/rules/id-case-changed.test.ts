import { describe, expect, it } from 'vitest'
import { judge } from '../../../lib/findings/judge.ts'
import { FBCLID, path, redirect } from '../../identifiers/story.ts'
import { at, told } from './told.ts'

const says = (story: ReturnType<typeof path>) => told(story, 'id-case-changed')
const passed = (value: string, arrived: string, name = 'clickid') =>
  path(
    at('a', `?${name}=${value}`),
    redirect(302, at('b', `?${name}=${value}`)),
    redirect(302, at('c', `?${name}=${arrived}`)),
  )

describe('id-case-changed', () => {
  it('holds when the value arrives in another case', () =>
    expect(says(passed(FBCLID, FBCLID.toLowerCase()))).toEqual(['error 1 clickid']))

  it('says whether the whole query went with it', () => {
    const fixOf = (query: string, arrived: string) =>
      judge(path(at('a', query), redirect(302, at('b', arrived)))).findings[0]?.fix
    const query = `?clickid=${FBCLID}&Lang=EN`
    expect(fixOf(query, query.toLowerCase())).toContain('The whole query was lower-cased')
    expect(fixOf(query, `?clickid=${FBCLID.toLowerCase()}&Lang=EN`)).not.toContain('whole query')
  })

  it('says nothing of a name in another case', () =>
    expect(says(path(at('a', '?clickid=AbCd1234'), redirect(302, at('b', '?ClickID=AbCd1234'))))).toEqual([]))

  it('does not apply to a campaign tag', () =>
    expect(says(passed(FBCLID, FBCLID.toUpperCase(), 'utm_campaign'))).toEqual([]))
})
