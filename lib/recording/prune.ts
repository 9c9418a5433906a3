import { navigationKey, tabKey } from './keys.ts'
import { MAX_PATHS } from './limits.ts'
import { type Placed, place } from './place.ts'
import type { Navigation, Recording } from './recording.ts'

/** A prefetched page that nobody came to for this long is not waited for. */
const HALF_TOLD_MS = 60_000

/**
 * Forgets what the job does not need: pages that were simply opened and left (no identifier, no redirect), navigations
 * that came to nothing, and the oldest clicks when there are too many. What a tab shows now is always kept.
 *
 * @returns the storage keys whose value is changed or gone
 */
export function prune(recording: Recording): string[] {
  const all = place(recording)
  const clicks = clicksIn(all)
  const current = [...clicks.values()].filter((click) => click.isCurrent)
  const past = [...clicks.values()].filter((click) => !click.isCurrent && !isPlain(click.placed)).slice(-MAX_PATHS)
  const kept = [...current, ...past].flatMap((click) => click.placed)
  return [...setApart(kept), ...forgetOpeners(kept, all, recording), ...forgetAllBut(kept, all, recording)]
}

interface Click {
  placed: Placed[]
  /** Some tab shows it, or is on its way to it. */
  isCurrent: boolean
}

/** All navigations that one click set off, in all tabs, by the click's first navigation; oldest first. */
function clicksIn(all: Placed[]): Map<Placed, Click> {
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
  return clicks
}

function rootOf(placed: Placed): Placed {
  let root = placed
  while (root.parent) root = root.parent
  return root
}

/** One page, whatever it did to its own address, and nothing to follow. */
function isPlain(placed: Placed[]): boolean {
  const documents = placed.flatMap((p) => p.hops).filter((hop) => hop.cause !== 'history' && hop.cause !== 'fragment')
  return documents.length <= 1 && placed.every((p) => !p.carries)
}

const keyOf = ({ tabId, number }: Navigation) => navigationKey(tabId, number)

/** What begins a click must not be taken for what followed from an older page, once the page between them is forgotten. */
function setApart(kept: Placed[]): string[] {
  const stay = new Set(kept)
  return kept.flatMap(({ origin, parent, parts: [first] }) => {
    if (parent || !first || !origin || stay.has(origin)) return []
    first.apart = true
    return [keyOf(first)]
  })
}

/** The next page of a tab must not be taken for what the tab was opened for. */
function forgetOpeners(kept: Placed[], all: Placed[], recording: Recording): string[] {
  const stay = new Set(kept)
  return all.flatMap((placed) => {
    const tab = recording.tabs.get(placed.navigation.tabId)
    if (!tab?.openedBy || !placed.isOpening || stay.has(placed)) return []
    delete tab.openedBy
    return [tabKey(tab.tabId)]
  })
}

function forgetAllBut(kept: Placed[], all: Placed[], recording: Recording): string[] {
  const stay = new Set(kept.flatMap((placed) => placed.parts.map(keyOf)))
  const known = new Set(all.flatMap((placed) => placed.parts.map(keyOf)))
  const gone: string[] = []
  for (const tab of recording.tabs.values()) {
    const newest = tab.navigations.at(-1)
    tab.navigations = tab.navigations.filter((navigation) => {
      const key = keyOf(navigation)
      if (navigation === newest || stay.has(key)) return true
      // What never began may yet be told of: a prefetch that the person comes to. What was overtaken is over.
      const isOver = known.has(key) || navigation.begunAt !== undefined || !isRecent(navigation, newest)
      if (isOver) gone.push(key)
      return !isOver
    })
  }
  return gone
}

const isRecent = ({ time }: Navigation, newest: Navigation | undefined) =>
  newest !== undefined && newest.time - time <= HALF_TOLD_MS
