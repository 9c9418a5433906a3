import { asksAgain } from './cause.ts'
import type { Click } from './clicks.ts'
import { navigationKey, tabKey } from './keys.ts'
import type { Placed } from './place.ts'
import type { Navigation, Recording, TabRecord, Untold } from './recording.ts'

/** A prefetched page that nobody came to for this long is not waited for. */
const HALF_TOLD_MS = 60_000

/**
 * Forgets every navigation but those of some clicks, and the newest of each tab.
 *
 * @param all what the recording holds, placed
 * @param untold tabs of which nothing is forgotten
 * @returns the storage keys whose value is changed or gone
 */
export function forgetAllBut(clicks: readonly Click[], all: Placed[], recording: Recording, untold: Untold): string[] {
  const kept = clicks.flatMap(({ placed }) => placed)
  return [...setApart(kept), ...forgetOpeners(kept, all, recording), ...forgetRest(kept, all, recording, untold)]
}

/**
 * Forgets a tab's oldest navigation. The next one begins a path then, which says how much it lacks.
 *
 * @returns the storage keys whose value is changed or gone; none when the tab has but one
 */
export function forgetOldest(tab: TabRecord): string[] {
  const [oldest, next] = tab.navigations
  if (!oldest || !next) return []
  tab.navigations.shift()
  next.apart = true
  if (asksAgain(next, oldest)) next.untold = true
  next.gap = (oldest.gap ?? 0) + Math.max(1, oldest.legs.length)
  const keys = [keyOf(oldest), keyOf(next)]
  if (!tab.openedBy) return keys
  // It was the forgotten one that the tab was opened for.
  delete tab.openedBy
  return [...keys, tabKey(tab.tabId)]
}

const keyOf = ({ tabId, number }: Navigation) => navigationKey(tabId, number)

/** What begins a click must not be taken for what followed from an older page, once the page between them is forgotten. */
function setApart(kept: Placed[]): string[] {
  const stay = new Set(kept)
  return kept.flatMap(({ origin, parent, parts: [first], hops: [hop] }) => {
    if (parent || !first || !origin || stay.has(origin)) return []
    first.apart = true
    if (hop?.cause === 'unknown') first.untold = true
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

function forgetRest(kept: Placed[], all: Placed[], recording: Recording, untold: Untold): string[] {
  const stay = new Set(kept.flatMap((placed) => placed.parts.map(keyOf)))
  const known = new Set(all.flatMap((placed) => placed.parts.map(keyOf)))
  const gone: string[] = []
  for (const tab of recording.tabs.values()) {
    if (untold.has(tab.tabId)) continue
    const newest = tab.closed ? undefined : tab.navigations.at(-1)
    tab.navigations = tab.navigations.filter((navigation) => {
      const key = keyOf(navigation)
      if (navigation === newest || stay.has(key)) return true
      // What never began may yet be told of: a prefetch that the person comes to. What was overtaken is over.
      const isOver = known.has(key) || navigation.begunAt !== undefined || !isRecent(navigation, newest)
      if (isOver) gone.push(key)
      return !isOver
    })
  }
  return [...gone, ...forgetClosedTabs(recording)]
}

/** A closed tab of which nothing is left; what it opened may still ask how it was opened. */
function forgetClosedTabs({ tabs }: Recording): string[] {
  const openers = new Set([...tabs.values()].map(({ openedBy }) => openedBy?.tabId))
  const empty = [...tabs.values()].filter(
    (tab) => tab.closed && tab.navigations.length === 0 && !openers.has(tab.tabId),
  )
  for (const { tabId } of empty) tabs.delete(tabId)
  return empty.map(({ tabId }) => tabKey(tabId))
}

/**
 * Forgets a click, whatever still shows it.
 *
 * @param others every other click of the recording
 * @returns the storage keys whose value is changed or gone
 */
export function forgetClick(click: Click, others: readonly Click[], recording: Recording): string[] {
  const apart = setApart(others.flatMap(({ placed }) => placed))
  const gone = new Set(click.placed.flatMap(({ parts }) => parts.map(keyOf)))
  for (const tab of recording.tabs.values()) {
    tab.navigations = tab.navigations.filter((navigation) => !gone.has(keyOf(navigation)))
  }
  return [...apart, ...gone]
}

const isRecent = ({ time }: Navigation, newest: Navigation | undefined) =>
  newest !== undefined && newest.time - time <= HALF_TOLD_MS
