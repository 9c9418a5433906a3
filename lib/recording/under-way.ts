import type { Recording } from './recording.ts'

/** A document that has not come after this long is not waited for. */
const PATIENCE_MS = 30_000

/**
 * Whether a tab is between two documents.
 *
 * @param now ms since the epoch
 */
export function isUnderWay(recording: Recording, tabId: number, now: number): boolean {
  const last = recording.tabs.get(tabId)?.navigations.findLast((n) => n.kind === 'document' && n.begunAt !== undefined)
  if (!last || last.commit || last.failure) return false
  const end = last.legs.at(-1)
  return (
    end?.error === undefined && (end?.status === undefined || end.to !== undefined) && now - last.time < PATIENCE_MS
  )
}
