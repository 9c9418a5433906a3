import { describe, expect, test } from 'vitest'
import type { PostbackAttempt } from '../../../lib/model/postback.ts'
import { timeGroups } from '../../../lib/postback/attempts/time-groups.ts'
import { answered, failed, underWay } from '../build.ts'

/** Newest first, a minute apart; each takes as many milliseconds as minutes have gone by. */
const series = (howMany: number): PostbackAttempt[] =>
  Array.from({ length: howMany }, (_, back) => ({
    ...answered(200, 'OK'),
    startedAt: new Date(Date.UTC(2026, 0, 1) + (howMany - back) * 60_000).toISOString(),
    durationMs: howMany - back,
  }))

describe('the columns of a plot', () => {
  test('are one an attempt while there is room, the oldest first', () => {
    expect(timeGroups(series(3), 40).map(({ attempts, medianMs }) => [attempts, medianMs])).toEqual([
      [1, 1],
      [1, 2],
      [1, 3],
    ])
  })

  test('hold as many attempts each where there are thousands, and never become more', () => {
    const groups = timeGroups(series(5_000), 40)
    expect(groups).toHaveLength(40)
    expect(new Set(groups.map(({ attempts }) => attempts))).toEqual(new Set([125]))
    expect(groups[0]).toMatchObject({ medianMs: 63, p95Ms: 119, from: '2026-01-01T00:01:00.000Z' })
    expect(groups.at(-1)).toMatchObject({ to: new Date(Date.UTC(2026, 0, 1) + 5_000 * 60_000).toISOString() })
  })

  test('that do not come out even leave the oldest one smaller', () => {
    expect(timeGroups(series(41), 40).map(({ attempts }) => attempts)).toEqual([1, ...Array(20).fill(2)])
  })

  test('tell what share failed, and have no time where nothing answered', () => {
    const late = failed({ kind: 'timeout', message: '' })
    expect(timeGroups([late, answered(500), answered(200, 'OK'), late], 2)).toMatchObject([
      { failureRate: 0.5, medianMs: expect.any(Number) },
      { failureRate: 1 },
    ])
    expect(timeGroups([late], 2)).toMatchObject([{ failureRate: 1, medianMs: null, p95Ms: null }])
  })

  test('leave out what is under way, and are none of nothing', () => {
    expect(timeGroups([underWay], 40)).toEqual([])
    expect(timeGroups([], 40)).toEqual([])
  })
})
