import { heardIn } from './heard.ts'
import { navigationKey, readKey, tabKey } from './keys.ts'
import { pack, unpack } from './pack.ts'
import { readPacked } from './packed.ts'
import { emptyRecording, type Recording, TabFacts, type TabRecord, tabOf } from './recording.ts'
import { reduce } from './reduce.ts'

/** How many hops an unreadable record stands for: at least so many. */
const UNREADABLE_HOPS = 1

/**
 * The recording that storage holds: its records, and what was heard after they were written.
 *
 * @param items everything in the store; keys that are none of the recording's are passed over
 */
export function restore(items: Record<string, unknown>): Recording {
  const { recording } = recordsIn(items)
  for (const event of heardIn(items).events) reduce(recording, event)
  return recording
}

export interface Records {
  recording: Recording
  /** The storage keys of what could not be read, and of what says so now. */
  mended: string[]
}

/**
 * The records that storage holds. One that cannot be read is left out: the rest of the path is worth more than an error.
 * What follows it begins a path then, which says that it lacks something. Who goes on with the recording writes that, or
 * the next to read it would find the same gap behind what was recorded since.
 */
export function recordsIn(items: Record<string, unknown>): Records {
  const recording = emptyRecording()
  const unreadable: Place[] = []
  for (const [key, value] of Object.entries(items)) {
    const at = readKey(key)
    if (at && value !== undefined && !read(recording, at, value)) unreadable.push(at)
  }
  for (const tab of recording.tabs.values()) tab.navigations.sort((a, b) => a.number - b.number)
  return { recording, mended: unreadable.flatMap(({ tabId, number }) => leaveGap(tabOf(recording, tabId), number)) }
}

type Place = NonNullable<ReturnType<typeof readKey>>

/** Puts one record where it belongs. @returns false when it cannot be read */
function read(recording: Recording, { tabId, number }: Place, value: unknown): boolean {
  if (number === undefined) {
    const facts = TabFacts.safeParse(value)
    if (facts.success) Object.assign(tabOf(recording, tabId), facts.data)
    return facts.success
  }
  const packed = readPacked(value)
  if (packed) tabOf(recording, tabId).navigations.push(unpack(packed, { tabId, number }))
  return packed !== undefined
}

/**
 * @param number of the navigation that could not be read; undefined for what was known of the tab itself
 * @returns the storage keys whose value is changed or gone
 */
function leaveGap(tab: TabRecord, number: number | undefined): string[] {
  const { tabId, navigations } = tab
  const unread = number === undefined ? tabKey(tabId) : navigationKey(tabId, number)
  const next = navigations.find((navigation) => navigation.number > (number ?? 0))
  if (next) {
    next.gap ??= UNREADABLE_HOPS
    // Who opened the tab is forgotten with the tab itself; what its navigations follow from is not.
    if (number !== undefined) next.apart = true
    return [unread, navigationKey(tabId, next.number)]
  }
  const last = navigations.at(-1)
  if (last) {
    last.sealed ??= UNREADABLE_HOPS
    return [unread, navigationKey(tabId, last.number)]
  }
  tab.lacks = UNREADABLE_HOPS
  return [unread, tabKey(tabId)]
}

/** What storage is to hold under a key now; undefined when the key is to be removed. */
export function stored(recording: Recording, key: string): TabFacts | string | undefined {
  const at = readKey(key)
  const tab = at && recording.tabs.get(at.tabId)
  if (!at || !tab) return undefined
  if (at.number !== undefined) {
    const navigation = tab.navigations.findLast(({ number }) => number === at.number)
    return navigation && pack(navigation)
  }
  const { openedBy, targetings, closed, private: isPrivate, lacks } = tab
  return {
    ...(openedBy && { openedBy }),
    targetings,
    ...(closed && { closed }),
    ...(isPrivate && { private: isPrivate }),
    ...(lacks && { lacks }),
  }
}
