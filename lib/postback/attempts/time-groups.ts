import type { PostbackAttempt } from '../../model/postback.ts'
import { type Statistics, statisticsOf } from './statistics.ts'

/** Attempts that followed one another, as one column of a plot. */
export interface TimeGroup extends Pick<Statistics, 'attempts' | 'failureRate' | 'medianMs' | 'p95Ms'> {
  /** Of its first attempt and its last, ISO 8601. */
  from: string
  to: string
}

/**
 * Puts attempts into columns of as many each, so that thousands can be looked at; those under way are left out. Where
 * they do not come out even, the oldest column has fewer.
 *
 * @param attempts newest first
 * @param most columns
 * @returns the oldest first
 */
export function timeGroups(attempts: readonly PostbackAttempt[], most: number): TimeGroup[] {
  const over = attempts.filter(({ durationMs, failure }) => durationMs !== null || failure)
  const each = Math.max(1, Math.ceil(over.length / most))
  const groups: TimeGroup[] = []
  for (let at = 0; at < over.length; at += each) {
    const some = over.slice(at, at + each)
    const { attempts, failureRate, medianMs, p95Ms } = statisticsOf(some, 1)
    groups.push({
      attempts,
      failureRate,
      medianMs,
      p95Ms,
      from: some.at(-1)?.startedAt ?? '',
      to: some[0]?.startedAt ?? '',
    })
  }
  return groups.reverse()
}
