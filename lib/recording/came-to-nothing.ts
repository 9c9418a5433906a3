import type { Navigation } from './recording.ts'

/** How long after the newcomer's beginning the browser may take to report that the older navigation was dropped. */
const SLACK_MS = 250

/**
 * The browsers' words for a navigation that was given up, not failed. 2152398850 is NS_BINDING_ABORTED, 2152398865
 * NS_ERROR_NO_CONTENT, which Firefox says where another program took the URL over.
 */
const ABORTED = /ERR_ABORTED|NS_BINDING_ABORTED|2152398850|2152398865/

/** Whether an error says that a navigation was given up rather than that it failed. */
export function isAborted(error: string): boolean {
  return ABORTED.test(error)
}

/**
 * Firefox tells of a page which nothing began or asked for as of one that is there, when it takes a tab out of memory and
 * before it loads one again: one that was closed, was doubled, or comes back with the session.
 */
export const isOnlyNamed = ({ kind, begunAt, requestId, legs, page, commit }: Navigation) =>
  kind === 'document' &&
  commit?.transition === 'link' &&
  commit.qualifiers.length === 0 &&
  begunAt === undefined &&
  requestId === undefined &&
  legs.length === 0 &&
  page === undefined

/** The same page is loaded out of the tab's history next. */
const isLoadedAgain = (navigation: Navigation, next: Navigation | undefined) =>
  isOnlyNamed(navigation) &&
  next?.url === navigation.commit?.url &&
  next?.commit?.qualifiers.includes('forward_back') === true

/**
 * Whether the person never got anything of a navigation.
 *
 * Prefetched and prerendered documents which nobody came to, navigations that the page announced but never began, and
 * those which another navigation overtook are no hops.
 *
 * @param next the next document navigation of the tab that began, if there is one
 */
export function cameToNothing(navigation: Navigation, next: Navigation | undefined): boolean {
  if (isLoadedAgain(navigation, next)) return true
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
  return next !== undefined && next.time <= endedAt + SLACK_MS
}
