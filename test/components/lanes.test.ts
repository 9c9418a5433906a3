import { describe, expect, test } from 'vitest'
import { judge } from '../../lib/findings/judge.ts'
import { lanes } from '../../lib/ui/lanes.ts'
import { inPage } from './gallery/click.ts'
import { CLICKS } from './gallery/clicks.ts'
import { finding, identifier, path } from './told-path.ts'

type Told = Parameters<typeof lanes>[0]

/** The first lane as a reader sees it: the words under its marks, a dot where nothing happened. */
const words = (told: Told, live = false) =>
  lanes(told, live, 10).rows[0]?.cells.map(({ word, note }) =>
    word === '' ? '·' : note === '' ? word : `${word} ${note}`,
  )

/** The first lane as a line: what leads into each hop and what leads out of it. */
const line = (told: Told, live = false) =>
  lanes(told, live, 10).rows[0]?.cells.map(({ before, after }) => `${before}>${after}`)

describe('a lane', () => {
  test('runs from where the value appeared to the last page, and says that it was delivered', () => {
    const told = path(4, [identifier({ name: 'fbclid' }, 1, 'appeared', 'kept', 'kept')])
    expect(words(told)).toEqual(['·', 'appeared', '·', 'delivered'])
    expect(line(told)).toEqual(['none>none', 'none>running', 'running>running', 'running>none'])
  })

  test('of a lost value is cut at the hop that came without it, and says after which hop', () => {
    const told = path(
      4,
      [identifier({ name: 'fbclid', outcome: 'lost' }, 0, 'appeared', 'kept', 'stripped', 'absent')],
      [finding({ hop: 1, identifier: 'fbclid' })],
    )
    expect(words(told)).toEqual(['appeared', '·', 'lost after hop 2', '·'])
    expect(line(told)).toEqual(['none>running', 'running>running', 'cut>gone', 'gone>gone'])
    expect(lanes(told, false, 10).rows[0]?.cells[2]).toMatchObject({ mark: 'lost', tone: 'error' })
  })

  test('of a lost campaign tag raises no voice, for it raises no finding', () => {
    const tag = identifier({ name: 'utm_source', kind: 'campaign-tag', outcome: 'lost' }, 0, 'appeared', 'stripped')
    expect(lanes(path(2, [tag]), false, 10).rows[0]?.cells[1]).toMatchObject({ mark: 'lost', tone: 'calm' })
  })

  test('of a renamed value runs on under its new names', () => {
    const renamed = identifier(
      { name: 'clickid' },
      0,
      'appeared',
      { state: 'renamed', name: 's1' },
      { state: 'renamed', name: 'aff_sub' },
      'kept',
    )
    expect(words(path(4, [renamed]))).toEqual(['appeared', 'renamed to s1', 'renamed to aff_sub', 'delivered'])
  })

  test('tells a value that moved from one that was encoded anew', () => {
    const moved = identifier(
      { name: 'gclid' },
      0,
      'appeared',
      { state: 'moved', where: 'cookie' },
      { state: 'reencoded', name: 'data' },
      'kept',
    )
    expect(words(path(4, [moved]))).toEqual(['appeared', 'moved to cookie', 're-encoded in data', 'delivered'])
  })

  test('of a damaged value goes on as a damaged line and says how', () => {
    const cut = { state: 'altered', value: 'abc' } as const
    const told = path(
      4,
      [identifier({ name: 'gclid', outcome: 'altered' }, 0, 'appeared', cut, cut, 'kept')],
      [finding({ rule: 'id-truncated', identifier: 'gclid' })],
    )
    expect(words(told)).toEqual(['appeared', 'altered cut short', '·', 'arrives cut short'])
    expect(line(told)).toEqual(['none>running', 'running>damaged', 'damaged>damaged', 'damaged>none'])
  })

  test('of a value that was encoded once too often is damaged, and not merely re-encoded', () => {
    const twice = { state: 'reencoded', value: 'a%3D' } as const
    const told = path(
      2,
      [identifier({ name: 'cid', outcome: 'altered' }, 0, 'appeared', twice)],
      [finding({ rule: 'id-double-encoded', hop: 0, identifier: 'cid' })],
    )
    expect(words(told)).toEqual(['appeared', 'altered encoded twice'])
    expect(lanes(told, false, 10).rows[0]?.cells[1]).toMatchObject({
      mark: 'altered',
      tone: 'error',
      before: 'running',
    })
  })

  test('of a value handed over names the click ID that took its place', () => {
    const told = path(3, [
      identifier({ name: 'gclid', outcome: 'handed-over' }, 0, 'appeared', 'stripped', 'absent'),
      identifier({ name: 'clickid', kind: 'tracker-click-id' }, 1, 'appeared', 'kept'),
    ])
    const gclid = lanes(told, false, 10).rows.find((row) => row.identifier.name === 'gclid')
    expect(gclid?.cells[1]).toMatchObject({ mark: 'handed-over', note: 'to clickid' })
  })

  test('tells a replaced value from a lost one', () => {
    const told = path(3, [identifier({ name: 'fbclid', outcome: 'lost' }, 0, 'appeared', 'replaced', 'absent')])
    expect(words(told)).toEqual(['appeared', 'replaced by another value', '·'])
  })

  test('that misses a hop and comes back is not called lost', () => {
    const told = path(4, [identifier({ name: 'cid' }, 0, 'appeared', 'stripped', 'restored', 'kept')])
    expect(words(told)).toEqual(['appeared', 'missing in this hop', 'restored', 'delivered'])
  })

  test('that a page tidies out of its own address was delivered before', () => {
    const told = path(
      ['https://a.example/', 'https://b.example/', inPage('https://b.example/')],
      [identifier({ name: 'fbclid' }, 0, 'appeared', 'kept', 'stripped')],
    )
    expect(words(told)).toEqual(['appeared', 'delivered', 'tidied away by the page'])
  })

  test('of a click still under way stays open and calls nothing delivered', () => {
    const told = path(2, [identifier({ name: 'fbclid' }, 0, 'appeared', 'kept')])
    expect(words(told, true)).toEqual(['appeared', '·'])
    expect(line(told, true)).toEqual(['none>running', 'running>running'])
  })

  test('into a page that never answered is not called delivered', () => {
    const told = path(
      ['https://a.example/', { url: 'https://b.example/', status: null, error: 'net::ERR_FAILED' }],
      [identifier({ name: 'fbclid' }, 0, 'appeared', 'kept')],
    )
    expect(words(told)).toEqual(['appeared', 'undelivered'])
  })

  test('into an error page is not called delivered', () => {
    const told = path(
      ['https://a.example/', { url: 'https://b.example/', status: 404 }],
      [identifier({ name: 'fbclid' }, 0, 'appeared', 'kept')],
    )
    expect(words(told)).toEqual(['appeared', 'undelivered'])
  })

  test('of a macro that nobody replaced is broken from the start and never called delivered', () => {
    const told = path(2, [identifier({ name: 'clickid', value: '{clickid}' }, 0, 'appeared', 'kept')])
    expect(words(told)).toEqual(['not filled', '·'])
    expect(line(told)).toEqual(['none>damaged', 'damaged>none'])
    expect(lanes(told, false, 10).rows[0]?.tone).toBe('error')
  })

  test('survives a trail that does not fit the hops', () => {
    const told = path(1, [
      identifier({ name: 'x', outcome: 'lost' }, 7, 'stripped', 'restored'),
      identifier({ name: 'y' }, -3),
    ])
    expect(words(told)).toEqual(['·'])
  })
})

describe('the picture', () => {
  test('puts trouble first, then click IDs, then campaign tags', () => {
    const told = path(
      2,
      [
        identifier({ name: 'utm_source', kind: 'campaign-tag' }, 0, 'appeared', 'kept'),
        identifier({ name: 'gclid' }, 0, 'appeared', 'kept'),
        identifier({ name: 's1', kind: 'sub-id', outcome: 'lost' }, 0, 'appeared', 'stripped'),
      ],
      [finding({ identifier: 's1' })],
    )
    expect(lanes(told, false, 10).rows.map((row) => row.identifier.name)).toEqual(['s1', 'gclid', 'utm_source'])
  })

  test('lays out no more rows than asked for', () => {
    const many = Array.from({ length: 30 }, (_, n) => identifier({ name: `sub${n}` }, 0, 'appeared'))
    expect(lanes(path(1, many), false, 4).rows).toHaveLength(4)
  })

  test('points at the hop to blame with the worst that is said of it', () => {
    const told = path(
      3,
      [],
      [finding({ hop: 1, severity: 'warning' }), finding({ hop: 1 }), finding({ hop: 2, severity: 'info' })],
    )
    expect([...lanes(told, false, 10).blamed]).toEqual([[1, 'error']])
  })

  test('knows the first column at which something breaks, and none in a sound click', () => {
    const lost = identifier({ name: 'fbclid', outcome: 'lost' }, 0, 'appeared', 'kept', 'stripped')
    expect(lanes(path(3, [lost], [finding({ identifier: 'fbclid', hop: 1 })]), false, 10).firstBreak).toBe(2)
    expect(lanes(path(2, [identifier({ name: 'fbclid' }, 0, 'appeared', 'kept')]), false, 10).firstBreak).toBe(-1)
  })

  test('lets neighbouring hops on one host share its name', () => {
    const told = path(['https://a.example/1', 'https://a.example/2', 'https://b.example/', 'https://a.example/3'], [])
    expect(lanes(told, false, 10).hosts).toEqual([
      { host: 'a.example', width: 2 },
      { host: 'b.example', width: 1 },
      { host: 'a.example', width: 1 },
    ])
  })

  test('shows each hop where they fit, and folds the quiet ones where they do not', () => {
    expect(lanes(path(21, []), false, 10, 21).columns).toHaveLength(21)
    const [first, fold, last] = lanes(path(21, []), false, 10, 20).columns
    expect([first, fold, last]).toMatchObject([{ index: 0 }, { kind: 'fold', from: 1, to: 19 }, { index: 20 }])
  })

  test('folds the quiet part of a thousand hops, and no line breaks in the fold', () => {
    const quiet = Array.from({ length: 999 }, () => 'kept' as const)
    const { columns, rows } = lanes(path(1000, [identifier({ name: 'fbclid' }, 0, 'appeared', ...quiet)]), false, 10)
    const fold = columns.findIndex((column) => column.kind === 'fold')
    expect(columns[fold]).toEqual({ kind: 'fold', from: 1, to: 998 })
    expect(columns).toHaveLength(3)
    expect(rows[0]?.cells[fold]).toMatchObject({ before: 'running', after: 'running', word: '' })
  })

  test('stays bounded when something happens at each of a thousand hops, and counts what it folds', () => {
    const busy = Array.from({ length: 999 }, (_, n) => ({ state: 'renamed', name: `s${n}` }) as const)
    const { columns, rows } = lanes(path(1000, [identifier({ name: 'cid' }, 0, 'appeared', ...busy)]), false, 10)
    expect(columns.length).toBeLessThanOrEqual(61)
    expect(rows[0]?.cells.find((cell) => cell.word.endsWith('changes'))?.word).toBe('940 changes')
  })

  test.each(Object.entries(CLICKS))('of the judged click %s has a cell for each column of each row', (_, recorded) => {
    const { columns, rows, hosts } = lanes(judge(recorded), false, 100)
    expect(rows.map((row) => row.cells.length)).toEqual(rows.map(() => columns.length))
    expect(hosts.reduce((sum, { width }) => sum + width, 0)).toBe(columns.length)
  })
})
