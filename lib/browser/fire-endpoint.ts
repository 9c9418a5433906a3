import type { ClickPath } from '../model/click-path.ts'
import type { Command } from '../model/command.ts'
import { type Asked, askBefore } from '../postback/ask-before.ts'
import { buildRequest } from '../postback/request/build-request.ts'
import { fire } from './fire-postback.ts'
import { attemptsIn } from './postback-store.ts'
import type { SendPostback } from './send-postback.ts'
import type { serial } from './serial.ts'
import type { Store } from './store.ts'

/**
 * Fires an endpoint for a click, once. It is filled and checked here, at the last moment: what a page showed beside the
 * button may be that of a letter ago.
 *
 * @returns what has to be asked first; undefined where it was sent, or this very attempt was already begun
 */
export async function fireEndpoint(
  { attemptId, endpoint, agreed, private: isPrivate }: Extract<Command, { type: 'fire-endpoint' }>,
  click: Pick<ClickPath, 'id' | 'identifiers'> | undefined,
  store: Store,
  deps: { send: SendPostback; now(): number },
  inTurn: ReturnType<typeof serial>,
): Promise<Asked | undefined> {
  const { id, name, preset, secrets, timeoutMs, retries } = endpoint
  const identifiers = click?.identifiers ?? []
  const asked = askBefore(endpoint, identifiers, attemptsIn(await store.get(null), deps.now()), agreed)
  if (asked) return asked
  const order = {
    type: 'fire-postback' as const,
    attemptId,
    request: buildRequest(endpoint, identifiers).request,
    pathId: click?.id,
    endpoint: { id, name, ...(preset !== undefined && { preset }) },
    secrets,
    timeoutMs,
    retries,
    private: isPrivate,
  }
  await fire(order, store, deps, inTurn)
  return undefined
}
