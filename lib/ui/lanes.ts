import type { ClickPath } from '../model/click-path.ts'
import type { Identifier } from '../model/identifier.ts'
import { arrivalOf } from './arrival.ts'
import { type LaneColumn, laneColumns } from './lane-columns.ts'
import { type LaneTone, toneOf } from './lane-mark.ts'
import { type LaneCell, laneRow } from './lane-row.ts'
import { urlParts } from './url-parts.ts'

export interface Lane {
  identifier: Identifier
  tone: LaneTone
  /** One for each column. */
  cells: LaneCell[]
}

export interface Lanes {
  columns: LaneColumn[]
  rows: Lane[]
  /** Neighbouring columns on one host, in order; the widths add up to the columns. */
  hosts: { host: string; width: number }[]
  /** Hops to blame → the worst that is said of them. */
  blamed: Map<number, 'error' | 'warning'>
  /** Index of the first column at which the value of an identifier is lost or damaged; -1 where none is. */
  firstBreak: number
}

const LOUDNESS: Record<LaneTone, number> = { error: 0, warning: 1, pass: 2, info: 2, calm: 2 }
const isLoud = ({ mark, tone }: LaneCell) => mark !== null && (tone === 'error' || tone === 'warning')
const isTag = (identifier: Identifier) => identifier.kind === 'campaign-tag' || identifier.kind === 'other'

/** Identifiers in the order of concern: trouble first, then click IDs and sub-IDs, then tags; otherwise as they appeared. */
export function byConcern(path: ClickPath): { identifier: Identifier; tone: LaneTone }[] {
  return path.identifiers
    .map((identifier) => ({ identifier, tone: toneOf(path, identifier) }))
    .sort((a, b) => LOUDNESS[a.tone] - LOUDNESS[b.tone] || Number(isTag(a.identifier)) - Number(isTag(b.identifier)))
}

function foldCells(cells: LaneCell[]): LaneCell {
  const first = cells[0] as LaneCell
  const changes = cells.filter((cell) => cell.mark !== null).length
  const word = changes === 0 ? '' : changes === 1 ? '1 change' : `${changes} changes`
  return { before: first.before, after: cells.at(-1)?.after ?? 'none', mark: null, tone: 'calm', word, note: '' }
}

/**
 * The lane picture of a path: one row an identifier, one column a hop, a line that runs as far as the value does.
 *
 * @param live the click is still under way
 * @param most at most so many rows are laid out
 * @param fitting up to so many hops each has a column of its own
 */
export function lanes(path: ClickPath, live: boolean, most: number, fitting = 24): Lanes {
  const chosen = byConcern(path).slice(0, most)
  const arrival = arrivalOf(path, live)
  const full = chosen.map(({ identifier }) => laneRow(path, identifier, arrival))

  const blamed: Lanes['blamed'] = new Map()
  for (const { hop, severity } of path.findings)
    if (severity !== 'info' && blamed.get(hop) !== 'error') blamed.set(hop, severity)

  const broken = new Set(blamed.keys())
  const eventful = new Set(broken)
  for (const cells of full)
    for (const [index, cell] of cells.entries()) {
      if (cell.mark !== null) eventful.add(index)
      if (isLoud(cell)) broken.add(index)
    }

  const columns = laneColumns(path.hops, eventful, broken, fitting)
  const rows = chosen.map((row, at) => ({
    ...row,
    cells: columns.map((column) => {
      const cells = full[at] as LaneCell[]
      return column.kind === 'hop'
        ? (cells[column.index] as LaneCell)
        : foldCells(cells.slice(column.from, column.to + 1))
    }),
  }))

  const hosts: Lanes['hosts'] = []
  for (const column of columns) {
    const host = column.kind === 'hop' ? urlParts(column.hop.url).host : ''
    const before = hosts.at(-1)
    if (before && before.host === host && host !== '') before.width++
    else hosts.push({ host, width: 1 })
  }

  const firstBreak = columns.findIndex((_, at) => rows.some((row) => isLoud(row.cells[at] as LaneCell)))
  return { columns, rows, hosts, blamed, firstBreak }
}
