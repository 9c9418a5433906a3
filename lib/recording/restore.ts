import { readKey } from './keys.ts'
import { Packed, pack, unpack } from './packed.ts'
import { emptyRecording, type Recording, TabFacts, tabOf } from './recording.ts'

/**
 * The recording that storage holds. A record that cannot be read is left out: the rest of the path is worth more than
 * an error.
 *
 * @param items everything in the store; keys that are none of the recording's are passed over
 */
export function restore(items: Record<string, unknown>): Recording {
  const recording = emptyRecording()
  for (const [key, value] of Object.entries(items)) {
    const at = readKey(key)
    if (!at) continue
    if (at.number === undefined) {
      const facts = TabFacts.safeParse(value)
      if (facts.success) Object.assign(tabOf(recording, at.tabId), facts.data)
    } else {
      const packed = Packed.safeParse(value)
      const { tabId, number } = at
      if (packed.success) tabOf(recording, tabId).navigations.push(unpack(packed.data, { tabId, number }))
    }
  }
  for (const tab of recording.tabs.values()) tab.navigations.sort((a, b) => a.number - b.number)
  return recording
}

/** What storage is to hold under a key now; undefined when the key is to be removed. */
export function stored(recording: Recording, key: string): TabFacts | Packed | undefined {
  const at = readKey(key)
  const tab = at && recording.tabs.get(at.tabId)
  if (!at || !tab) return undefined
  if (at.number !== undefined) {
    const navigation = tab.navigations.findLast(({ number }) => number === at.number)
    return navigation && pack(navigation)
  }
  const { openedBy, targetings } = tab
  return openedBy ? { openedBy, targetings } : { targetings }
}
