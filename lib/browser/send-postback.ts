import type { FailedTry, PostbackRequest } from '../model/postback.ts'
import { POSTBACK_TIMEOUT_MS } from '../postback/limits.ts'
import { waitBeforeRetry } from '../postback/request/retry.ts'
import { type SendDeps, type Sent, sendOnce } from './send-once.ts'

export type { SendDeps } from './send-once.ts'
export { POSTBACK_TIMEOUT_MS }

export interface SendSettings {
  timeoutMs?: number | undefined
  retries?: number | undefined
}

/** Sends one postback. Never rejects: what goes wrong is its result. */
export type SendPostback = (request: PostbackRequest, settings?: SendSettings) => Promise<Sent>

/** Makes the function that sends postbacks, and sends again what certainly was not taken, as often as it is set. */
export function postbackSender(deps: SendDeps): SendPostback {
  return async (request, { timeoutMs = POSTBACK_TIMEOUT_MS, retries = 0 } = {}) => {
    const earlierTries: FailedTry[] = []
    while (true) {
      const startedAt = new Date(deps.now()).toISOString()
      const sent = await sendOnce(request, timeoutMs, deps)
      const wait = waitBeforeRetry(sent, earlierTries.length, retries)
      if (wait === null) return { ...sent, ...(earlierTries.length > 0 && { earlierTries }) }
      const { durationMs, response, failure } = sent
      earlierTries.push({ startedAt, durationMs: durationMs ?? 0, status: response?.status ?? null, failure })
      await new Promise((waited) => setTimeout(waited, wait))
    }
  }
}
