import { lastDocument } from '../identifiers/trail.ts'
import type { ClickPath } from '../model/click-path.ts'

/** How the last document of a click stands: more may come, it failed, or it is there. */
export type Arrival = 'under-way' | 'failed' | 'arrived'

/** @param live the click is still under way */
export function arrivalOf(path: Pick<ClickPath, 'hops'>, live: boolean): Arrival {
  if (live) return 'under-way'
  const last = path.hops[lastDocument(path.hops)]
  return last?.error || (last?.status ?? 0) >= 400 ? 'failed' : 'arrived'
}
