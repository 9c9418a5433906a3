import type { Recording } from './recording.ts'

/** A document that has not come after this long is not waited for. */
const PATIENCE_MS = 30_000

/**
 * Whether a tab is between two documents, and there is hope.
 *
 * @param now ms since the epoch
 */
export function isUnderWay(recording: Recording, tabId: number, now: number): boolean {
  const last = lastDocument(recording, tabId)
  return last !== undefined && now - last.time < PATIENCE_MS && isWaiting(recording, tabId)
}

/** Whether a tab has asked for a document of which neither an answer nor a failure was ever told. */
export function isWaiting(recording: Recording, tabId: number): boolean {
  const last = lastDocument(recording, tabId)
  if (!last || last.commit || last.failure || last.sealed !== undefined) return false
  const end = last.legs.at(-1)
  return end?.error === undefined && (end?.status === undefined || end.to !== undefined)
}

function lastDocument(recording: Recording, tabId: number) {
  return recording.tabs.get(tabId)?.navigations.findLast((n) => n.kind === 'document' && n.begunAt !== undefined)
}
