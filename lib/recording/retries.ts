import { isAborted } from './came-to-nothing.ts'
import { lastUrl, sameDocumentUrl } from './match.ts'
import type { Navigation } from './recording.ts'

/**
 * Leaves out the attempts by which Chromium loads a failed page again on its own (after 1 s, 5 s, 30 s …): as long as
 * they fail as well they are no hops, and nobody but the browser began them. One that brings an answer is told.
 *
 * @param navigations of one tab, in the order of time
 */
export function withoutRetries<J extends { navigation: Navigation }>(navigations: J[]): J[] {
  let failedAt: string | undefined
  return navigations.filter(({ navigation }) => {
    if (navigation.kind !== 'document') return true
    const isRetry = failedAt !== undefined && isAttemptAt(failedAt, navigation)
    if (!isRetry) failedAt = undefined
    failedAt = placeOfFailure(navigation) ?? failedAt
    return !isRetry
  })
}

/** Nothing but the same URL asked for again, and no answer so far. */
function isAttemptAt(url: string, { url: asked, page, commit, legs }: Navigation): boolean {
  const last = legs.at(-1)
  const answered = last?.status !== undefined && last.to === undefined
  return page === undefined && commit === undefined && !answered && sameDocumentUrl(url, asked)
}

function placeOfFailure(navigation: Navigation): string | undefined {
  const { failure, legs, commit } = navigation
  if (commit) return undefined
  const error = [failure?.error, legs.at(-1)?.error].find((e) => e !== undefined && !isAborted(e))
  if (error === undefined) return undefined
  return failure?.url ?? lastUrl(navigation)
}
