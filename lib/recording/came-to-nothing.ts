import { lastUrl } from './match.ts'
import type { Navigation } from './recording.ts'

/** How long after the newcomer's beginning the browser may take to report that the older navigation was dropped. */
const SLACK_MS = 250

/**
 * The browsers' words for a navigation that was given up, not failed. 2152398850 is NS_BINDING_ABORTED, 2152398865
 * NS_ERROR_NO_CONTENT, which Firefox says where another program took the URL over; of a request that the next one
 * overtook it says NS_BINDING_CANCELLED_OLD_LOAD. NS_BINDING_FAILED alone is a failure: no connection could be made.
 */
const ABORTED = /ERR_ABORTED|NS_BINDING_(?!FAILED)|2152398850|2152398865/

/** Whether an error says that a navigation was given up rather than that it failed. */
export function isAborted(error: string): boolean {
  return ABORTED.test(error)
}

/**
 * Whether the person never got anything of a navigation.
 *
 * Prefetched and prerendered documents which nobody came to, navigations that the page announced but never began, and
 * those which another navigation overtook are no hops.
 *
 * @param next the next document navigation of the tab that began, if there is one
 */
export function cameToNothing(navigation: Navigation, next: Navigation | undefined): boolean {
  if (navigation.kind !== 'document' || navigation.commit) return false
  const last = navigation.legs.at(-1)
  const error = navigation.failure?.error ?? last?.error
  const begun = navigation.begunAt !== undefined
  if (!begun && navigation.failure === undefined) return true
  // How it went on was not recorded: as far as it had come, it is a path.
  if (navigation.sealed !== undefined && error === undefined) return false
  if (error === undefined) return last?.status === undefined && next !== undefined
  if (!isAborted(error)) return false
  // The page itself may have called it off, or Firefox the half of it that went on in another process.
  if (navigation.legs.length === 0 && /^https?:/i.test(navigation.url)) return true
  const endedAt = navigation.failure?.at ?? last?.endedAt ?? navigation.time
  if (next === undefined) return false
  // A program is called at once. What its page does afterwards, because none was there say, overtook nothing.
  if (!/^https?:/i.test(lastUrl(navigation))) return Math.min(next.time, next.page?.at ?? next.time) <= endedAt
  return next.time <= endedAt + SLACK_MS
}
