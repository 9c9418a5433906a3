import { clicksIn } from './clicks.ts'
import { forgetClick, forgetOldest } from './forget.ts'
import { pack } from './pack.ts'
import { place } from './place.ts'
import type { Recording, TabRecord } from './recording.ts'

/**
 * Forgets the oldest click, first of those that no tab shows any more, then of the others; of the last one that is left
 * the oldest navigation of the tab that holds most. To be called again while there is no room.
 *
 * @returns the storage keys whose value is changed or gone; none when nothing can be spared: the newest click stays
 */
export function makeRoom(recording: Recording): string[] {
  const clicks = clicksIn(place(recording), recording)
  const oldest = clicks.find((click) => !click.isCurrent) ?? clicks[0]
  const others = clicks.filter((click) => click !== oldest)
  if (oldest && others.length > 0) return forgetClick(oldest, others, recording)
  const [fullest] = [...recording.tabs.values()]
    .filter(({ navigations }) => navigations.length > 1)
    .sort((a, b) => sizeOf(b) - sizeOf(a))
  return fullest ? forgetOldest(fullest) : []
}

/** About what storage holds of it, in characters. */
const sizeOf = ({ navigations }: TabRecord): number =>
  navigations.reduce((total, navigation) => total + pack(navigation).length, 0)
