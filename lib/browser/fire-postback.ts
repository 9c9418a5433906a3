import type { Command } from '../model/command.ts'
import { ATTEMPT_VERSION, type PostbackAttempt } from '../model/postback.ts'
import { classify } from '../postback/answers/classify.ts'
import { phrasesOf } from '../postback/answers/system-phrases.ts'
import { POSTBACK_TIMEOUT_MS } from '../postback/limits.ts'
import { patienceOf } from '../postback/request/retry.ts'
import { withoutSecrets } from '../postback/secrets.ts'
import type { AttemptBook } from './attempt-book.ts'
import type { SendPostback } from './send-postback.ts'

/**
 * Sends a postback once, and keeps the attempt from before it is sent until it is over.
 *
 * @returns the finished attempt; undefined when this very attempt was already begun: it is never sent twice
 */
export async function fire(
  {
    attemptId,
    request,
    pathId,
    endpoint,
    secrets = {},
    timeoutMs = POSTBACK_TIMEOUT_MS,
    retries = 0,
  }: Extract<Command, { type: 'fire-postback' }>,
  attempts: AttemptBook,
  { send, now }: { send: SendPostback; now(): number },
): Promise<PostbackAttempt | undefined> {
  const attempt: PostbackAttempt = withoutSecrets(
    {
      version: ATTEMPT_VERSION,
      id: attemptId,
      startedAt: new Date(now()).toISOString(),
      pathId,
      endpoint,
      request,
      patienceMs: patienceOf(timeoutMs, retries),
      durationMs: null,
      response: null,
      failure: null,
    },
    secrets,
  )
  if (!(await attempts.begin(attempt))) return undefined
  const over = withoutSecrets({ ...attempt, ...(await send(request, { timeoutMs, retries })) }, secrets)
  const classification = classify(over, phrasesOf(endpoint?.preset))
  const finished = { ...over, ...(classification && { classification }) }
  await attempts.end(finished)
  return finished
}
