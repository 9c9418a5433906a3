import type { PostbackAttempt, PostbackResponse } from '../../model/postback.ts'

/** Before the second, third and fourth try. */
const WAITS_MS = [1_000, 2_000, 4_000] as const
/** A receiver that asks for more is not waited for: the worker would be gone. */
const LONGEST_WAIT_MS = 10_000

/** Statuses with which a receiver says "not now". */
const NOT_NOW: ReadonlySet<number> = new Set([429, 502, 503, 504])

type Ended = Pick<PostbackAttempt, 'response' | 'failure'>

/**
 * Milliseconds to wait before a try that failed is repeated; null when it is not.
 *
 * Repeated is what certainly was not taken: it did not get there, or the receiver said "not now". A try that timed out or
 * broke off may have been counted, and a refusal stays one: these are never repeated without the user's word.
 *
 * @param done tries before this one
 */
export function waitBeforeRetry({ response, failure }: Ended, done: number, retries: number): number | null {
  if (done >= retries) return null
  const wait = WAITS_MS[Math.min(done, WAITS_MS.length - 1)] ?? 0
  if (failure) return failure.kind === 'connection-refused' || failure.kind === 'host-not-found' ? wait : null
  if (!response || !NOT_NOW.has(response.status)) return null
  const asked = retryAfter(response)
  if (asked === null) return wait
  return asked <= LONGEST_WAIT_MS ? Math.max(wait, asked) : null
}

/** Milliseconds from the request until it must be over, with all its tries and waits. */
export const patienceOf = (timeoutMs: number, retries: number): number =>
  timeoutMs * (retries + 1) + LONGEST_WAIT_MS * retries

/** `Retry-After` in seconds; a date is not read, since the receiver's clock may be any. */
function retryAfter({ headers }: PostbackResponse): number | null {
  const value = headers.find(({ name }) => name.toLowerCase() === 'retry-after')?.value.trim() ?? ''
  return /^\d{1,6}$/.test(value) ? Number(value) * 1000 : null
}
