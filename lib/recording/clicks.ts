import type { Placed } from './place.ts'
import type { Recording } from './recording.ts'

/** All navigations that one click set off, in all tabs. */
export interface Click {
  placed: Placed[]
  /** Some open tab shows it, or is on its way to it. */
  isCurrent: boolean
}

/** The clicks of a recording, oldest first. @param all its navigations, placed */
export function clicksIn(all: Placed[], { tabs }: Recording): Click[] {
  const clicks = new Map<Placed, Click>()
  const newest = new Map<number, Click>()
  const shown = new Map<number, Click>()
  for (const placed of all) {
    const root = rootOf(placed)
    const click = clicks.get(root) ?? { placed: [], isCurrent: false }
    click.placed.push(placed)
    clicks.set(root, click)
    if (tabs.get(placed.navigation.tabId)?.closed) continue
    newest.set(placed.navigation.tabId, click)
    if (placed.landed) shown.set(placed.navigation.tabId, click)
  }
  for (const click of [...newest.values(), ...shown.values()]) click.isCurrent = true
  return [...clicks.values()]
}

function rootOf(placed: Placed): Placed {
  let root = placed
  while (root.parent) root = root.parent
  return root
}
