/** The storage keys of a recording: one for each navigation, one for each tab's own facts, one for each note. */

const PREFIX = 'rec'

/** Where the number stands of the last note of which the records hold all. */
export const HEARD_KEY = `${PREFIX}:heard`

/**
 * Where stands what was heard since the records were last written. To note an event costs a small write, to write the
 * record that it belongs to a large one: a worker that dies between the two loses nothing.
 */
export function heardKey(number: number): string {
  return `${HEARD_KEY}:${number}`
}

/** @returns the note's number; undefined for any other key */
export function readHeardKey(key: string): number | undefined {
  const found = /^rec:heard:(\d+)$/.exec(key)
  return found ? Number(found[1]) : undefined
}

export function tabKey(tabId: number): string {
  return `${PREFIX}:${tabId}`
}

export function navigationKey(tabId: number, number: number): string {
  return `${PREFIX}:${tabId}:${number}`
}

/** Whether a storage key belongs to the recording. */
export function isRecordingKey(key: string): boolean {
  return key.startsWith(`${PREFIX}:`)
}

/** @returns the tab, and the navigation's number unless it is the tab's own key; undefined for any other key. */
export function readKey(key: string): { tabId: number; number?: number } | undefined {
  const found = /^rec:(-?\d+)(?::(\d+))?$/.exec(key)
  if (!found) return undefined
  const tabId = Number(found[1])
  return found[2] === undefined ? { tabId } : { tabId, number: Number(found[2]) }
}
