import type { PostbackAttempt } from '../../model/postback.ts'

/** How many attempts each endpoint has, by its id. */
export function countByEndpoint(attempts: readonly PostbackAttempt[]): Map<string, number> {
  const times = new Map<string, number>()
  for (const { endpoint } of attempts) if (endpoint) times.set(endpoint.id, (times.get(endpoint.id) ?? 0) + 1)
  return times
}
