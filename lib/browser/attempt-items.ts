import type { PostbackAttempt } from '../model/postback.ts'
import { POSTBACK_TIMEOUT_MS } from '../postback/limits.ts'
import { readAttempt } from '../postback/stored.ts'

/** Time for a worker to write down what came of an attempt that timed out. */
const SLACK_MS = 2_000

const PREFIX = 'attempt:'

/** The storage key of an attempt. */
export const attemptKey = (id: string): string => PREFIX + id

/** Whether a storage key holds an attempt. */
export const isAttemptKey = (key: string): boolean => key.startsWith(PREFIX)

/**
 * The attempts among stored items, newest first; what cannot be read is left out.
 *
 * @param now ms since the epoch; an attempt that should long be over lost its worker, and is told as interrupted
 */
export function attemptsIn(items: Record<string, unknown>, now: number): PostbackAttempt[] {
  return Object.entries(items)
    .flatMap(([key, item]) => (isAttemptKey(key) ? (readAttempt(item) ?? []) : []))
    .map((attempt) => (isAbandoned(attempt, now) ? { ...attempt, failure: INTERRUPTED } : attempt))
    .sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1))
}

const INTERRUPTED: PostbackAttempt['failure'] = {
  kind: 'interrupted',
  message: 'The browser stopped the extension before an answer was in.',
}

function isAbandoned(
  { startedAt, durationMs, failure, response, patienceMs = POSTBACK_TIMEOUT_MS }: PostbackAttempt,
  now: number,
): boolean {
  if (durationMs !== null || failure || response) return false
  return now - Date.parse(startedAt) > patienceMs + SLACK_MS
}
