import type { Placed } from './place.ts'

/** All navigations that one click set off, in all tabs. */
export interface Click {
  placed: Placed[]
  /** Some tab shows it, or is on its way to it. */
  isCurrent: boolean
}

/** The clicks of a recording, oldest first. */
export function clicksIn(all: Placed[]): Click[] {
  const clicks = new Map<Placed, Click>()
  const newest = new Map<number, Click>()
  const shown = new Map<number, Click>()
  for (const placed of all) {
    const root = rootOf(placed)
    const click = clicks.get(root) ?? { placed: [], isCurrent: false }
    click.placed.push(placed)
    clicks.set(root, click)
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
