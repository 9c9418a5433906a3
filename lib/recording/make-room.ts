import { clicksIn } from './clicks.ts'
import { forgetAllBut, forgetOldest } from './forget.ts'
import { pack } from './pack.ts'
import { place } from './place.ts'
import type { Recording, TabRecord } from './recording.ts'

/**
 * Forgets the oldest click that no tab shows any more; where there is none, the oldest navigation of the tab that holds
 * most. To be called again while there is no room.
 *
 * @returns the storage keys whose value is changed or gone; none when nothing can be spared: what a tab shows now is kept
 */
export function makeRoom(recording: Recording): string[] {
  const all = place(recording)
  const clicks = clicksIn(all)
  const oldest = clicks.find((click) => !click.isCurrent)
  if (oldest) {
    const keys = forgetAllBut(
      clicks.filter((click) => click !== oldest),
      all,
      recording,
    )
    if (keys.length > 0) return keys
  }
  const [fullest] = [...recording.tabs.values()]
    .filter(({ navigations }) => navigations.length > 1)
    .sort((a, b) => sizeOf(b) - sizeOf(a))
  return fullest ? forgetOldest(fullest) : []
}

/** About what storage holds of it, in characters. */
const sizeOf = ({ navigations }: TabRecord): number =>
  navigations.reduce((total, navigation) => total + JSON.stringify(pack(navigation)).length, 0)
