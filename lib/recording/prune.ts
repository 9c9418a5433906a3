import { clicksIn } from './clicks.ts'
import { forgetAllBut } from './forget.ts'
import { MAX_PATHS } from './limits.ts'
import { type Placed, place } from './place.ts'
import type { Recording } from './recording.ts'

/**
 * Forgets what the job does not need: pages that were simply opened and left (no identifier, no redirect), navigations
 * that came to nothing, and the oldest clicks when there are too many. What a tab shows now is always kept.
 *
 * @returns the storage keys whose value is changed or gone
 */
export function prune(recording: Recording): string[] {
  const all = place(recording)
  const clicks = clicksIn(all, recording)
  const current = clicks.filter((click) => click.isCurrent)
  const past = clicks.filter((click) => !click.isCurrent && !isPlain(click.placed)).slice(-MAX_PATHS)
  return forgetAllBut([...current, ...past], all, recording)
}

/** One page, whatever it did to its own address, and nothing to follow. */
function isPlain(placed: Placed[]): boolean {
  const documents = placed.flatMap((p) => p.hops).filter((hop) => hop.cause !== 'history' && hop.cause !== 'fragment')
  return documents.length <= 1 && placed.every((p) => !p.carries)
}
