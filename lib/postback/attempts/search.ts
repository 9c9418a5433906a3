import type { PostbackAttempt } from '../../model/postback.ts'
import { explain } from '../explain.ts'
import { decoded } from '../fields.ts'
import { codeOf } from './statistics.ts'

/** Characters of a body that a search looks through: thousands of attempts are searched at each key. */
const SEARCHED = 4_000

/** What to look for. What is left out matches everything. */
export interface AttemptFilter {
  /** Words that must all be there, in any case, in whatever an attempt shows. */
  text?: string
  endpointId?: string
  pathId?: string
  tone?: 'ok' | 'warning' | 'error' | 'pending'
}

/** The attempts that fit, in their order. */
export function searchAttempts(attempts: readonly PostbackAttempt[], filter: AttemptFilter): PostbackAttempt[] {
  const words = (filter.text ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  return attempts.filter((attempt) => {
    if (filter.endpointId !== undefined && attempt.endpoint?.id !== filter.endpointId) return false
    if (filter.pathId !== undefined && attempt.pathId !== filter.pathId) return false
    if (filter.tone !== undefined && explain(attempt).tone !== filter.tone) return false
    if (words.length === 0) return true
    const text = textOf(attempt)
    return words.every((word) => text.includes(word))
  })
}

const texts = new WeakMap<PostbackAttempt, string>()

/** What an attempt shows, in lower case; put together once. */
function textOf(attempt: PostbackAttempt): string {
  const known = texts.get(attempt)
  if (known !== undefined) return known
  const text = textAnew(attempt)
  texts.set(attempt, text)
  return text
}

function textAnew(attempt: PostbackAttempt): string {
  const { request, response, failure, endpoint, confirmation, startedAt, redirects = [] } = attempt
  const { title, class: group } = explain(attempt)
  return [
    startedAt,
    endpoint?.name,
    request.method,
    request.url,
    decoded(request.url),
    request.body?.text.slice(0, SEARCHED),
    codeOf(attempt),
    group,
    title,
    failure?.message,
    response?.body.slice(0, SEARCHED),
    ...redirects.map(({ to }) => to),
    confirmation?.note,
    confirmation?.word,
  ]
    .join('\n')
    .toLowerCase()
}
