import { lastDocument } from '../identifiers/trail.ts'
import type { ClickPath } from '../model/click-path.ts'

/** How the last document of a click stands: more may come, it never answered, or it is there. */
export type Arrival = 'under-way' | 'unanswered' | 'arrived'

/** @param live the click is still under way */
export function arrivalOf(path: Pick<ClickPath, 'hops'>, live: boolean): Arrival {
  if (live) return 'under-way'
  return path.hops[lastDocument(path.hops)]?.error ? 'unanswered' : 'arrived'
}
