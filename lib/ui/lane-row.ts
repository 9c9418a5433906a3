import { lastDocument } from '../identifiers/trail.ts'
import type { ClickPath } from '../model/click-path.ts'
import type { Identifier, Step } from '../model/identifier.ts'
import type { Arrival } from './arrival.ts'
import { isThere, isUnfilled, type LaneSaying, NOTHING_SAID, sayDamaged, sayGone, sayThere } from './lane-mark.ts'

/**
 * What half a cell of a lane shows: nothing, the value's line, the line of a damaged value, its cut end,
 * or the trace of a value that is gone.
 */
export type LaneLine = 'none' | 'running' | 'damaged' | 'cut' | 'gone'

export interface LaneCell extends LaneSaying {
  before: LaneLine
  after: LaneLine
}

/** What is said where a macro travels in place of a value. */
const UNFILLED: Partial<LaneSaying> = { mark: 'altered', tone: 'error', word: 'not filled' }

const EMPTY: LaneCell = { ...NOTHING_SAID, before: 'none', after: 'none' }

function lineAfter(line: LaneLine, step: Step, { mark }: LaneSaying): LaneLine {
  if (!isThere(step)) return 'gone'
  if (step.state === 'altered' || mark === 'altered') return 'damaged'
  return line === 'damaged' && step.state !== 'restored' ? 'damaged' : 'running'
}

/** One identifier's lane: a cell for every hop of the path, empty before it appeared. */
export function laneRow(path: ClickPath, identifier: Identifier, arrival: Arrival): LaneCell[] {
  const cells = path.hops.map(() => EMPTY)
  const end = arrival === 'under-way' ? -1 : lastDocument(path.hops)
  const arrived: Partial<LaneSaying> =
    arrival === 'failed'
      ? { mark: 'undelivered', tone: 'info', word: 'undelivered' }
      : { mark: 'delivered', tone: 'pass', word: 'delivered' }
  const unfilled = isUnfilled(identifier)
  let line: LaneLine = 'none'
  identifier.trail.forEach((step, at) => {
    const leaves = !isThere(step) && isThere(identifier.trail[at - 1])
    const said = isThere(step) ? sayThere(path, identifier, at) : leaves ? sayGone(path, identifier, at) : NOTHING_SAID
    const before = leaves ? 'cut' : line
    line = lineAfter(unfilled ? 'damaged' : line, step, said)
    const ends = at === identifier.trail.length - 1 && arrival !== 'under-way'
    const cell: LaneCell = { ...said, before, after: ends && line !== 'gone' ? 'none' : line }
    if (unfilled && step.state === 'appeared') Object.assign(cell, UNFILLED)
    else if (step.hop === end && isThere(step) && !said.mark && !unfilled) {
      if (identifier.outcome === 'delivered') Object.assign(cell, arrived)
      if (identifier.outcome === 'altered' && arrival === 'arrived')
        Object.assign(cell, sayDamaged(path, identifier, 'arrives'))
    }
    if (step.hop >= 0 && step.hop < cells.length) cells[step.hop] = cell
  })
  return cells
}
