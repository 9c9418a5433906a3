import { isAborted } from './came-to-nothing.ts'
import type { Joined } from './join-halves.ts'
import { lastUrl, sameDocumentUrl } from './match.ts'
import type { Leg, Navigation } from './recording.ts'

/**
 * Puts the attempts by which Chromium loads a failed page again on its own (after 1 s, 5 s, 30 s …) where they belong.
 * As long as they fail as well they are no hops, and nobody but the browser began them. One that brings the page to
 * which redirects had led goes on with these: nobody types a URL from the middle of a chain. Any other is told.
 *
 * @param navigations of one tab, in the order of time
 */
export function withoutRetries(navigations: Joined[]): Joined[] {
  const kept: Joined[] = []
  let failed: { joined: Joined; at: string } | undefined
  for (const joined of navigations) {
    const { navigation } = joined
    const isRetry = failed !== undefined && isAttemptAt(failed.at, navigation)
    if (failed && isRetry && !isAnswered(navigation)) continue
    if (failed && isRetry && isAutomatic(navigation) && !sameDocumentUrl(failed.at, failed.joined.navigation.url)) {
      failed.joined.navigation = withRetry(failed.joined.navigation, navigation)
      failed.joined.parts.push(...joined.parts)
      failed = undefined
      continue
    }
    kept.push(joined)
    if (navigation.kind !== 'document') continue
    const at = placeOfFailure(navigation)
    failed = at === undefined ? undefined : { joined, at }
  }
  return kept
}

/** Nothing but the same URL asked for again. */
const isAttemptAt = (url: string, { kind, url: asked, page }: Navigation): boolean =>
  kind === 'document' && page === undefined && sameDocumentUrl(url, asked)

function isAnswered({ commit, legs }: Navigation): boolean {
  const last = legs.at(-1)
  return commit !== undefined || (last?.status !== undefined && last.to === undefined)
}

/** Chromium reports its own attempt as whatever the failed one was, a person's as a reload. */
const isAutomatic = ({ commit, initiator }: Navigation): boolean =>
  initiator === undefined && commit?.transition !== 'reload'

function placeOfFailure(navigation: Navigation): string | undefined {
  const { failure, commit } = navigation
  if (commit || errorOf(navigation) === undefined) return undefined
  return failure?.url ?? lastUrl(navigation)
}

const errorOf = ({ failure, legs }: Navigation): string | undefined =>
  [failure?.error, legs.at(-1)?.error].find((error) => error !== undefined && !isAborted(error))

/** The requests of a failed navigation, its error on the last of them, then those of the attempt that was answered. */
function withRetry(failed: Navigation, { legs, commit }: Navigation): Navigation {
  const { failure, ...rest } = failed
  const last = failed.legs.at(-1)
  const error = errorOf(failed)
  const endedAt = failure?.at ?? last?.endedAt ?? failed.time
  const unasked: Leg[] = last?.to === undefined ? [] : [{ url: last.to, endedAt }]
  const asked = [...failed.legs, ...unasked].map((leg, at, all) =>
    at === all.length - 1 && error !== undefined ? { ...leg, error } : leg,
  )
  return { ...rest, legs: [...asked, ...legs], ...(commit && { commit }) }
}
