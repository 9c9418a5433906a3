import type { RecordedPath } from '../../lib/model/click-path.ts'
import { pathsOf } from '../../lib/recording/paths.ts'
import type { Recording } from '../../lib/recording/recording.ts'

/** The tab that opened the tab that opened this one, and so on. */
function rootOf(recording: Recording, tabId: number): number {
  const seen = new Set<number>()
  let root = tabId
  while (!seen.has(root)) {
    seen.add(root)
    root = recording.tabs.get(root)?.openedBy?.tabId ?? root
  }
  return root
}

/** A funnel's tabs: those that were not there before it, except what an older tab opened meanwhile. */
export function tabsSince(recording: Recording, known: ReadonlySet<number>): number[] {
  return [...recording.tabs.keys()].filter((tabId) => !known.has(tabId) && !known.has(rootOf(recording, tabId)))
}

/** The tab that the walk has come to: of the tabs opened from the funnel's first one, always the newest. */
function lastTab(recording: Recording, tabs: readonly number[]): number | undefined {
  let at = tabs.find((tabId) => recording.tabs.get(tabId)?.openedBy === undefined) ?? tabs[0]
  for (const _ of tabs) {
    const openedAt = (tabId: number) => recording.tabs.get(tabId)?.openedBy?.at ?? 0
    const opened = tabs.filter((tabId) => recording.tabs.get(tabId)?.openedBy?.tabId === at && tabId !== at)
    at = opened.sort((a, b) => openedAt(a) - openedAt(b)).at(-1) ?? at
  }
  return at
}

/**
 * The path that a funnel's walk gave. Its page may have begun several: one for each link that was pressed before an
 * identifier was there, one for each tab that went its own way. The walk's is the one that ends in the tab it has come
 * to, and of these the one that goes on the longest.
 *
 * @param known the tabs that were there before the funnel
 */
export function pathSince(recording: Recording, known: ReadonlySet<number>): RecordedPath | undefined {
  const tabs = tabsSince(recording, known)
  const last = lastTab(recording, tabs)
  const endOf = (path: RecordedPath) => path.hops.at(-1)?.startedAt ?? 0
  const paths = pathsOf(recording)
    .filter(({ hops }) => hops.some(({ tabId }) => tabs.includes(tabId)))
    .sort((a, b) => endOf(a) - endOf(b))
  return paths.findLast(({ hops }) => hops.at(-1)?.tabId === last) ?? paths.at(-1)
}
