import type { AnswerClass, PostbackAttempt } from '../../model/postback.ts'
import { explain } from '../explain.ts'

export interface Count<T> {
  what: T
  count: number
}

/** What the attempts of one endpoint come to. Those under way are not among them. */
export interface Statistics {
  attempts: number
  /** What nobody refused: accepted, pending, a test, a duplicate, and what is inconclusive. */
  succeeded: number
  failed: number
  /** Share of failures, 0 to 1; 0 where there is no attempt. */
  failureRate: number
  /** What the receiver's own word confirms. */
  accepted: number
  /** Attempts of which the partner has said that they counted. */
  confirmed: number
  /** Failures by HTTP status, or by why there was none; most frequent first. */
  failuresByCode: Count<string>[]
  /** Failures by what they were taken for; most frequent first. */
  failuresByClass: Count<AnswerClass>[]
  /** Every attempt by what it was taken for; most frequent first. */
  byClass: Count<AnswerClass>[]
  /** Milliseconds of those that were answered; null where none was. */
  medianMs: number | null
  p95Ms: number | null
  /** The failure rate is above the line that the user set. */
  alert: boolean
}

/**
 * Counts attempts.
 *
 * @param alertAbove share of failures, 0 to 1
 */
export function statisticsOf(attempts: readonly PostbackAttempt[], alertAbove: number): Statistics {
  const over = attempts.flatMap((attempt) => {
    const told = explain(attempt)
    return told.class === null ? [] : [{ attempt, tone: told.tone, group: told.class }]
  })
  const failures = over.filter(({ tone }) => tone === 'error')
  const times = over
    .flatMap(({ attempt }) => (attempt.response && attempt.durationMs !== null ? [attempt.durationMs] : []))
    .toSorted((a, b) => a - b)
  const failureRate = over.length === 0 ? 0 : failures.length / over.length
  return {
    attempts: over.length,
    succeeded: over.length - failures.length,
    failed: failures.length,
    failureRate,
    accepted: over.filter(({ group }) => group === 'accepted').length,
    confirmed: over.filter(({ attempt }) => attempt.confirmation?.word === 'counted').length,
    failuresByCode: counted(failures.map(({ attempt }) => codeOf(attempt))),
    failuresByClass: counted(failures.map(({ group }) => group)),
    byClass: counted(over.map(({ group }) => group)),
    medianMs: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
    alert: failureRate > alertAbove,
  }
}

/** The HTTP status, or why there was none. */
export const codeOf = ({ failure, response }: PostbackAttempt): string =>
  failure?.kind ?? (response ? String(response.status) : '')

function counted<T>(items: readonly T[]): Count<T>[] {
  const counts = new Map<T, number>()
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
  return [...counts].map(([what, count]) => ({ what, count })).toSorted((a, b) => b.count - a.count)
}

/** By the nearest rank; the median of an even number is the mean of the two in the middle. */
function percentile(sorted: readonly number[], share: number): number | null {
  if (sorted.length === 0) return null
  const middle = sorted.length / 2
  if (share === 0.5 && Number.isInteger(middle)) return ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
  return sorted[Math.ceil(share * sorted.length) - 1] ?? null
}
