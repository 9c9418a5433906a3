import { isAborted } from './came-to-nothing.ts'
import { CLOCK_SLACK_MS, lastUrl, SAME_BEGINNING_MS, sameDocumentUrl } from './match.ts'
import type { Navigation } from './recording.ts'
import { isStrippedQuery } from './stripped-query.ts'

/** A document may take this long from its first beginning to its second. */
const LOADING_MS = 120_000

/** How long after its request a navigation may be told of, while the browser is busy with others. */
const LATE_MS = 30_000

export interface Joined {
  navigation: Navigation
  /** What it was made of. */
  parts: Navigation[]
}

/**
 * Puts together what the browser told in two halves.
 *
 * Firefox begins a navigation again when its document moves to another process: a second `onBeforeNavigate` with the
 * URL it has come to, then the abort of the first half, then the commit of the second. Both halves are one navigation.
 *
 * @param navigations of one tab, in the order of time
 */
export function joinHalves(navigations: Navigation[]): Joined[] {
  const joined: Joined[] = []
  for (const navigation of navigations) {
    const last = joined.at(-1)
    if (last && last.navigation.sealed === undefined && PAIRS.some((belong) => belong(last.navigation, navigation))) {
      last.navigation = join(last.navigation, navigation)
      last.parts.push(navigation)
    } else {
      joined.push({ navigation, parts: [navigation] })
    }
  }
  return joined
}

function areHalves(first: Navigation, second: Navigation): boolean {
  return (
    first.kind === 'document' &&
    second.kind === 'document' &&
    first.commit === undefined &&
    first.begunAt !== undefined &&
    second.page === undefined &&
    (second.begunAt !== undefined || isCommitAlone(second)) &&
    (first.requestId === undefined || second.requestId === undefined) &&
    second.time - first.time <= LOADING_MS &&
    (sameDocumentUrl(lastUrl(first), second.url) || sameDocumentUrl(first.url, second.url))
  )
}

/** The commit came before the redirects that led to it. */
const isCommitAlone = ({ commit, legs }: Navigation) => commit !== undefined && legs.length === 0

/** The page's own service worker answered with a redirect: a beginning without a request, then a request without one. */
function isSentOn(first: Navigation, second: Navigation): boolean {
  return (
    isBeginningAlone(first) &&
    first.failure === undefined &&
    second.begunAt === undefined &&
    second.page === undefined &&
    second.commit?.qualifiers.includes('server_redirect') === true
  )
}

/** The browser took parameters out of the URL before it asked for it: a beginning, then another with what is left. */
function isStripped(first: Navigation, second: Navigation): boolean {
  return (
    isBeginningAlone(first) &&
    second.kind === 'document' &&
    second.page === undefined &&
    second.time - first.time <= SAME_BEGINNING_MS &&
    isStrippedQuery(first.url, second.url)
  )
}

/** Begun, and nothing was asked for or shown. */
const isBeginningAlone = ({ kind, begunAt, legs, commit }: Navigation) =>
  kind === 'document' && begunAt !== undefined && legs.length === 0 && commit === undefined

/** Firefox with many tabs to load says long after the request that the navigation began, even after the page is there. */
function isBegunLate(first: Navigation, second: Navigation): boolean {
  return (
    first.kind === 'document' &&
    second.kind === 'document' &&
    first.begunAt === undefined &&
    first.legs.length > 0 &&
    second.begunAt !== undefined &&
    second.legs.length === 0 &&
    !(first.commit && second.commit) &&
    // What a page says of it comes before the request.
    (second.page === undefined || second.page.at <= first.time + CLOCK_SLACK_MS) &&
    second.time - first.time <= LATE_MS &&
    first.url === second.url
  )
}

/** The failure came before the redirects that led to it. */
function isFailureOf(first: Navigation, second: Navigation): boolean {
  return (
    first.kind === 'document' &&
    first.begunAt !== undefined &&
    first.failure === undefined &&
    second.failure !== undefined &&
    isNothingElse(second) &&
    sameDocumentUrl(lastUrl(first), second.url)
  )
}

const isNothingElse = ({ begunAt, page, commit, legs }: Navigation) =>
  begunAt === undefined && page === undefined && commit === undefined && legs.length === 0

/** What went wrong while the page was coming: Firefox says so in a page of its own, in place of what had come. */
function isErrorPage(first: Navigation, second: Navigation): boolean {
  const { commit, failure } = first
  return (
    commit !== undefined &&
    failure !== undefined &&
    !isAborted(failure.error) &&
    isCommitAlone(second) &&
    second.begunAt === undefined &&
    second.time - failure.at <= SAME_BEGINNING_MS &&
    sameDocumentUrl(commit.url, second.url)
  )
}

/**
 * A tab that was closed is opened again, is doubled, or comes back with the session: Firefox tells of its page as of one
 * that is there a moment before it begins to load it.
 */
function isReopened({ commit, time }: Navigation, second: Navigation): boolean {
  return (
    commit?.transition === 'link' &&
    commit.qualifiers.length === 0 &&
    commit.at <= time &&
    second.commit?.qualifiers.includes('forward_back') === true &&
    second.time - time <= LOADING_MS &&
    commit.url === second.url
  )
}

const PAIRS = [areHalves, isBegunLate, isSentOn, isStripped, isFailureOf, isErrorPage, isReopened]

/** Two halves of one navigation. */
export function join(first: Navigation, second: Navigation): Navigation {
  const { failure, ...rest } = first
  return {
    ...rest,
    // Firefox commits the page that says what went wrong, too; what was given up went on in another half.
    ...(failure && !isAborted(failure.error) ? { failure } : {}),
    requestId: first.requestId ?? second.requestId,
    initiator: first.initiator ?? second.initiator,
    begunAt: first.begunAt ?? second.begunAt,
    page: first.page ?? second.page,
    legs: first.legs.length > 0 ? first.legs : second.legs,
    ...(second.commit ? { commit: second.commit } : {}),
    ...(second.failure && !second.commit ? { failure: second.failure } : {}),
  }
}
