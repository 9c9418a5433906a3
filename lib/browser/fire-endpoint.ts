import type { ClickPath } from '../model/click-path.ts'
import type { Command } from '../model/command.ts'
import { type Asked, askBefore } from '../postback/ask-before.ts'
import { buildRequest } from '../postback/request/build-request.ts'
import type { AttemptBook } from './attempt-book.ts'
import { fire } from './fire-postback.ts'
import type { SendPostback } from './send-postback.ts'

/**
 * Fires an endpoint for a click, once. It is filled and checked here, at the last moment: what a page showed beside the
 * button may be that of a letter ago.
 *
 * @returns what has to be asked first; undefined where it was sent, or this very attempt was already begun
 */
export async function fireEndpoint(
  { attemptId, endpoint, agreed, private: isPrivate }: Extract<Command, { type: 'fire-endpoint' }>,
  click: Pick<ClickPath, 'id' | 'identifiers'> | undefined,
  attempts: AttemptBook,
  deps: { send: SendPostback; now(): number },
): Promise<Asked | undefined> {
  const { id, name, preset, secrets, timeoutMs, retries } = endpoint
  const identifiers = click?.identifiers ?? []
  const { request, shown } = buildRequest(endpoint, identifiers)
  const asked = askBefore(endpoint, identifiers, await attempts.ofTransaction(shown), agreed)
  if (asked) return asked
  const order = {
    type: 'fire-postback' as const,
    attemptId,
    request,
    pathId: click?.id,
    endpoint: { id, name, ...(preset !== undefined && { preset }) },
    secrets,
    timeoutMs,
    retries,
    private: isPrivate,
  }
  await fire(order, attempts, deps)
  return undefined
}
