import { type Click, clicksIn } from './clicks.ts'
import { forgetAllBut } from './forget.ts'
import { MAX_PATHS } from './limits.ts'
import { type Placed, place } from './place.ts'
import type { Recording, Untold } from './recording.ts'

/**
 * Forgets what the job does not need: pages that were simply opened and left (no identifier, no redirect), navigations
 * that came to nothing, and the oldest clicks when there are too many. What a tab shows now is always kept.
 *
 * @param untold tabs of which all is kept
 * @returns the storage keys whose value is changed or gone
 */
export function prune(recording: Recording, untold: Untold = new Set()): string[] {
  const all = place(recording)
  const clicks = clicksIn(all, recording)
  const isNeeded = ({ isCurrent, placed }: Click) => isCurrent || placed.some((p) => untold.has(p.navigation.tabId))
  const needed = clicks.filter(isNeeded)
  const past = clicks.filter((click) => !isNeeded(click) && !isPlain(click.placed)).slice(-MAX_PATHS)
  return forgetAllBut([...needed, ...past], all, recording, untold)
}

/** One page, whatever it did to its own address, and nothing to follow. */
function isPlain(placed: Placed[]): boolean {
  const documents = placed.flatMap((p) => p.hops).filter((hop) => hop.cause !== 'history' && hop.cause !== 'fragment')
  return documents.length <= 1 && placed.every((p) => !p.carries)
}
