import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PostbackAttempt } from '../../../lib/model/postback.ts'
import { attemptsAsCsv } from '../../../lib/postback/attempts/csv.ts'
import { attemptsAsJson } from '../../../lib/postback/attempts/json.ts'
import { searchAttempts } from '../../../lib/postback/attempts/search.ts'
import { statisticsOf } from '../../../lib/postback/attempts/statistics.ts'
import { answered, failed, underWay } from '../build.ts'

const timed = (durationMs: number): PostbackAttempt => ({ ...answered(200, 'OK'), durationMs })

describe('the statistics of an endpoint', () => {
  test('count what failed, by code and by class; what is under way waits', () => {
    const told = statisticsOf(
      [
        answered(200, 'OK'),
        answered(200, 'hello'),
        answered(500),
        answered(500),
        answered(200, 'click not found'),
        failed({ kind: 'timeout', message: '' }),
        underWay,
      ],
      0.05,
    )
    expect(told).toMatchObject({ attempts: 6, succeeded: 2, failed: 4, accepted: 1, failureRate: 4 / 6, alert: true })
    expect(told.failuresByCode).toEqual([
      { what: '500', count: 2 },
      { what: '200', count: 1 },
      { what: 'timeout', count: 1 },
    ])
    expect(told.byClass[0]).toEqual({ what: 'server-error', count: 2 })
    expect(told.failuresByClass).toEqual([
      { what: 'server-error', count: 2 },
      { what: 'unmatched', count: 1 },
      { what: 'no-answer', count: 1 },
    ])
  })

  test('have no alert at the line, and one above it', () => {
    const attempts = [...Array.from({ length: 19 }, () => answered(200)), answered(500)]
    expect(statisticsOf(attempts, 0.05).alert).toBe(false)
    expect(statisticsOf([...attempts, answered(500)], 0.05).alert).toBe(true)
  })

  test('of nothing are nothing', () => {
    expect(statisticsOf([], 0)).toMatchObject({
      attempts: 0,
      failureRate: 0,
      medianMs: null,
      p95Ms: null,
      alert: false,
    })
  })

  test.each([
    [[10], 10, 10],
    [[30, 10], 20, 30],
    [[1, 2, 3], 2, 3],
    [Array.from({ length: 100 }, (_, at) => at + 1), 50.5, 95],
  ])('the median and the 95th percentile of %j', (times, median, p95) => {
    expect(statisticsOf(times.map(timed), 0.05)).toMatchObject({ medianMs: median, p95Ms: p95 })
  })

  test('a time without an answer is no response time', () => {
    expect(statisticsOf([failed({ kind: 'timeout', message: '' })], 0.05).medianMs).toBeNull()
  })

  test('what the partner said counts as confirmed', () => {
    const confirmed: PostbackAttempt = { ...answered(200), confirmation: { word: 'counted', note: '', at: '' } }
    expect(statisticsOf([confirmed, answered(200)], 0.05).confirmed).toBe(1)
  })
})

/** Reads CSV as spreadsheets do. */
function readCsv(text: string): string[][] {
  const rows = text.replace(/^\uFEFF/, '').match(/(?:"(?:[^"]|"")*"(?:,|\r\n))+?(?<=\r\n)/g) ?? []
  return rows.map((row) =>
    [...row.matchAll(/"((?:[^"]|"")*)"/g)].map((found) => (found[1] ?? '').replaceAll('""', '"')),
  )
}

describe('CSV', () => {
  test('has a row an attempt, under names', () => {
    const [names, row] = readCsv(attemptsAsCsv([answered(200, 'success=true;')]))
    const told = Object.fromEntries((names ?? []).map((name, at) => [name, row?.[at]]))
    expect(told).toMatchObject({ method: 'GET', code: '200', class: 'accepted', 'response body': 'success=true;' })
  })

  test('keeps commas, quotes and line breaks in their cell', () => {
    expect(readCsv(attemptsAsCsv([answered(200, 'a,"b"\r\nc')]))[1]).toContain('a,"b"\r\nc')
  })

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '\u0000=1'])(
    'no cell begins a formula: %j',
    (body) => {
      const cells = readCsv(attemptsAsCsv([answered(200, body)]))[1] ?? []
      expect(cells.filter((cell) => /^\s*[=+\-@\uFF1D]/.test(cell))).toEqual([])
    },
  )

  test('whatever stands in an attempt, no cell begins a formula, and no row is torn', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (body, name) => {
        const rows = readCsv(attemptsAsCsv([{ ...answered(200, body), endpoint: { id: 'e', name } }]))
        expect(rows).toHaveLength(2)
        expect(rows.flat().filter((cell) => /^[\s]*[=+\-@]/.test(cell))).toEqual([])
      }),
    )
  })
})

test('JSON has the attempts, with what they mean', () => {
  const read = JSON.parse(attemptsAsJson([answered(200, 'click not found')], '2026-11-21T09:00:00.000Z'))
  expect(read).toMatchObject({ format: 'clickpath-attempts', attempts: [{ meaning: { class: 'unmatched' } }] })
})

describe('a search', () => {
  const all: PostbackAttempt[] = [
    { ...answered(200, 'OK'), id: '1', endpoint: { id: 'v', name: 'Voluum main' } },
    { ...answered(404, 'Click not found'), id: '2', pathId: 'p1' },
    { ...failed({ kind: 'tls', message: 'Bad certificate' }), id: '3' },
  ]
  const ids = (filter: Parameters<typeof searchAttempts>[1]) => searchAttempts(all, filter).map(({ id }) => id)

  test.each([
    ['finds everything with nothing to look for', {}, ['1', '2', '3']],
    ['finds an endpoint by its name', { text: 'voluum' }, ['1']],
    ['finds words of the answer in any case', { text: 'NOT click' }, ['2']],
    ['finds a status', { text: '404' }, ['2']],
    ['finds why it failed', { text: 'certificate' }, ['3']],
    ['finds a class', { text: 'unmatched' }, ['2']],
    ['finds by tone', { tone: 'error' as const }, ['2', '3']],
    ['finds by path', { pathId: 'p1' }, ['2']],
    ['finds by endpoint', { endpointId: 'v', text: 'ok' }, ['1']],
    ['wants every word', { text: 'voluum 404' }, []],
  ])('%s', (_, filter, expected) => {
    expect(ids(filter)).toEqual(expected)
  })
})
