import { describe, expect, it } from 'vitest'
import type { RecordedPath } from '../../../lib/model/click-path.ts'
import { path, redirect } from '../../identifiers/story.ts'
import { at, told } from './told.ts'

const DAY = 86_400_000
const CLICKED = Date.UTC(2026, 7, 1)
const AWC = `5123_${CLICKED / 1000}_0123456789abcdef0123456789abcdef`

/** The click with that query, some days after the ID was issued. */
const days = (count: number, query = `?awc=${AWC}`): RecordedPath => {
  const recorded = path(at('shop', query), redirect(302, at('www.shop', query)))
  for (const hop of recorded.hops) hop.startedAt = CLICKED + count * DAY
  return recorded
}
const says = (recorded: RecordedPath) => told(recorded, 'stale-click-id')

describe('stale-click-id', () => {
  it('advises where the ID is older than its platform counts conversions', () => {
    expect(says(days(366))).toEqual(['info 0 awc'])
    const rtkcid = `${(CLICKED / 1000).toString(16)}0123456789abcdef`
    expect(says(days(31, `?rtkcid=${rtkcid}`))).toEqual(['info 0 rtkcid'])
  })

  it('says nothing up to that day', () => {
    expect(says(days(0))).toEqual([])
    expect(says(days(365))).toEqual([])
  })

  it('takes the path’s time where a hop has none', () => {
    const recorded = { ...days(0), startedAt: new Date(CLICKED + 400 * DAY).toISOString() }
    for (const hop of recorded.hops) hop.startedAt = 0
    expect(says(recorded)).toEqual(['info 0 awc'])
  })

  it('does not apply to what is made up on one’s own machine', () => {
    const local = path(`http://shop.localhost/?awc=${AWC}`)
    for (const hop of local.hops) hop.startedAt = CLICKED + 400 * DAY
    expect(says(local)).toEqual([])
  })

  it('does not apply where no time is known, or the value carries none', () => {
    const timeless = { ...days(0), startedAt: '1970-01-01T00:00:00.000Z' }
    for (const hop of timeless.hops) hop.startedAt = 0
    expect(says(timeless)).toEqual([])
    expect(says(days(1e9, '?clickid=5123-1785542400-x'))).toEqual([])
    const endless = days(0)
    for (const hop of endless.hops) hop.startedAt = Number.POSITIVE_INFINITY
    expect(says(endless)).toEqual([])
  })
})
