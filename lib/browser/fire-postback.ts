import type { Command } from '../model/command.ts'
import { ATTEMPT_VERSION, type PostbackAttempt } from '../model/postback.ts'
import { classify } from '../postback/answers/classify.ts'
import { phrasesOf } from '../postback/answers/system-phrases.ts'
import { POSTBACK_TIMEOUT_MS } from '../postback/limits.ts'
import { patienceOf } from '../postback/request/retry.ts'
import { withoutSecrets } from '../postback/secrets.ts'
import { hasAttempt, saveAttempt } from './postback-store.ts'
import type { SendPostback } from './send-postback.ts'
import type { serial } from './serial.ts'
import type { Store } from './store.ts'

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
  store: Store,
  { send, now }: { send: SendPostback; now(): number },
  inTurn: ReturnType<typeof serial>,
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
  const isNew = await inTurn(async () => {
    if (await hasAttempt(store, attemptId)) return false
    await saveAttempt(store, attempt)
    return true
  })
  if (!isNew) return undefined
  const over = withoutSecrets({ ...attempt, ...(await send(request, { timeoutMs, retries })) }, secrets)
  const classification = classify(over, phrasesOf(endpoint?.preset))
  const finished = { ...over, ...(classification && { classification }) }
  await saveAttempt(store, finished)
  return finished
}
