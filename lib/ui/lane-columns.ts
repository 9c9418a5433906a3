import type { Hop } from '../model/click-path.ts'

/** One hop, or a run of hops in which nothing happens that would be worth the room. */
export type LaneColumn =
  | { kind: 'hop'; index: number; hop: Hop; eventful: boolean }
  | { kind: 'fold'; from: number; to: number }

/** However much happens, a picture of more columns than this helps nobody and costs the popup its speed. */
const MOST_SHOWN = 60
/** A fold that would hide fewer hops than this saves no room. */
const LEAST_FOLDED = 2

/**
 * The columns of the lane picture: every hop of a short path; of a long one the ends, the hops at which something
 * happens and the neighbours of a break, the runs between folded to one column each.
 *
 * @param eventful indexes of the hops at which something happens
 * @param broken of these, where something breaks or is to blame
 * @param fitting up to so many hops each has a column of its own
 */
export function laneColumns(
  hops: readonly Hop[],
  eventful: ReadonlySet<number>,
  broken: ReadonlySet<number>,
  fitting: number,
): LaneColumn[] {
  const last = hops.length - 1
  let shown = new Set<number>()
  for (let index = 0; index <= last; index++) {
    const near = eventful.has(index) || broken.has(index - 1) || broken.has(index + 1)
    if (hops.length <= fitting || near || index === 0 || index === last) shown.add(index)
  }
  if (shown.size > MOST_SHOWN) {
    const kept = [...shown]
    shown = new Set([...kept.slice(0, MOST_SHOWN / 2), ...kept.slice(-MOST_SHOWN / 2)])
  }
  const columns: LaneColumn[] = []
  for (let index = 0; index <= last; index++) {
    let next = index
    while (next <= last && !shown.has(next)) next++
    if (next - index >= LEAST_FOLDED) {
      columns.push({ kind: 'fold', from: index, to: next - 1 })
      index = next
    }
    const hop = hops[index]
    if (hop) columns.push({ kind: 'hop', index, hop, eventful: eventful.has(index) })
  }
  return columns
}
