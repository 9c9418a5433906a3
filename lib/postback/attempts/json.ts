import type { PostbackAttempt } from '../../model/postback.ts'
import { explain } from '../explain.ts'

/** Attempts as a JSON document, each with what it means in words. */
export function attemptsAsJson(attempts: readonly PostbackAttempt[], exportedAt: string): string {
  const told = attempts.map((attempt) => {
    const { class: group, title, detail, next } = explain(attempt)
    return { ...attempt, meaning: { class: group, title, detail, next } }
  })
  return `${JSON.stringify({ format: 'clickpath-attempts', version: 1, exportedAt, attempts: told }, null, 2)}\n`
}
