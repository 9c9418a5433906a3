import { navigationKey } from './keys.ts'
import { MAX_PATHS } from './limits.ts'
import { type Placed, place } from './place.ts'
import type { Navigation, Recording } from './recording.ts'

/** A prefetched page that nobody came to for this long is not waited for. */
const HALF_TOLD_MS = 60_000

/**
 * Forgets what the job does not need: pages that were simply opened and left (no identifier, no redirect), navigations
 * that came to nothing, and the oldest clicks when there are too many. What a tab shows now is always kept.
 *
 * @returns the storage keys that are gone
 */
export function prune(recording: Recording): string[] {
  const all = place(recording)
  const clicks = clicksIn(all)
  const current = [...clicks.values()].filter((click) => click.isCurrent)
  const past = [...clicks.values()].filter((click) => !click.isCurrent && !isPlain(click.placed)).slice(-MAX_PATHS)
  const known = new Set(all.flatMap(keysOf))
  const kept = new Set([...withOrigins([...current, ...past], clicks)].flatMap((click) => click.placed.flatMap(keysOf)))
  return forget(recording, (navigation, newest) => {
    const key = navigationKey(navigation.tabId, navigation.number)
    if (kept.has(key)) return false
    // What never began may yet be told of: a prefetch that the person comes to. What began and was overtaken is over.
    return known.has(key) || navigation.begunAt !== undefined || newest.time - navigation.time > HALF_TOLD_MS
  })
}

interface Click {
  placed: Placed[]
  /** Some tab is on it now. */
  isCurrent: boolean
}

/** All navigations that one click set off, in all tabs, by the click's first navigation; oldest first. */
function clicksIn(all: Placed[]): Map<Placed, Click> {
  const clicks = new Map<Placed, Click>()
  const newest = new Map<number, Click>()
  for (const placed of all) {
    const root = rootOf(placed)
    const click = clicks.get(root) ?? { placed: [], isCurrent: false }
    click.placed.push(placed)
    clicks.set(root, click)
    newest.set(placed.navigation.tabId, click)
  }
  for (const click of newest.values()) click.isCurrent = true
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

const keysOf = ({ parts }: Placed) => parts.map((part) => navigationKey(part.tabId, part.number))

function forget(recording: Recording, isOver: (navigation: Navigation, newest: Navigation) => boolean): string[] {
  const gone: string[] = []
  for (const tab of recording.tabs.values()) {
    const newest = tab.navigations.at(-1)
    tab.navigations = tab.navigations.filter((navigation) => {
      if (navigation === newest || !newest || !isOver(navigation, newest)) return true
      gone.push(navigationKey(navigation.tabId, navigation.number))
      return false
    })
  }
  return gone
}
