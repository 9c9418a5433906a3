import type { Identifier } from '../../lib/model/identifier.ts'
import type { PostbackAttempt, PostbackResponse, PostbackTemplate } from '../../lib/model/postback.ts'
import { classify } from '../../lib/postback/answers/classify.ts'
import { lint } from '../../lib/postback/lint.ts'

/** An identifier that appears on the first hop and arrives, unless told otherwise. */
export const identifier = (name: string, value: string, more: Partial<Identifier> = {}): Identifier => ({
  name,
  value,
  kind: 'tracker-click-id',
  platform: null,
  trail: [{ hop: 0, state: 'appeared', name, where: 'query', value }],
  outcome: 'delivered',
  ...more,
})

export const template = (url: string, more: Partial<PostbackTemplate> = {}): PostbackTemplate => ({
  id: 't',
  name: 'Tracker',
  url,
  method: 'GET',
  mapping: {},
  values: {},
  ...more,
})

/** The problems of a template for a click, by id. */
export function problemsOf(url: string, identifiers: Identifier[] = [], more: Partial<PostbackTemplate> = {}) {
  const asked = template(url, more)
  const problems = lint(asked, identifiers)
  return new Map(problems.map((problem) => [problem.id, problem]))
}

const attempt: PostbackAttempt = {
  id: 'a',
  startedAt: '2026-11-21T09:00:00.000Z',
  request: { method: 'GET', url: 'https://tracker.example/postback?cid=c1' },
  durationMs: 120,
  response: null,
  failure: null,
}

/** An attempt that was answered. */
export const answered = (status: number, body = '', more: Partial<PostbackResponse> = {}): PostbackAttempt =>
  read({
    ...attempt,
    response: { status, finalUrl: attempt.request.url, headers: [], body, bodyTruncated: false, ...more },
  })

/** As the background keeps it: with what it was taken for. */
const read = (attempt: PostbackAttempt): PostbackAttempt => {
  const classification = classify(attempt)
  return classification ? { ...attempt, classification } : attempt
}

/** An attempt that came to nothing. */
export const failed = (failure: PostbackAttempt['failure']): PostbackAttempt => ({ ...attempt, failure })

export const underWay: PostbackAttempt = { ...attempt, durationMs: null }
