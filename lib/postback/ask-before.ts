import type { Endpoint } from '../model/endpoint.ts'
import type { Identifier } from '../model/identifier.ts'
import type { PostbackAttempt } from '../model/postback.ts'
import { asksFirst } from './may-fire.ts'
import { type Prepared, prepare } from './prepare.ts'
import { earlierOfTransaction } from './request/repeated-transaction.ts'
import { requestKey } from './request/request-key.ts'

/** A postback that was to be fired, and what speaks against it: the person is asked first. */
export interface Asked extends Prepared {
  /** When its transaction was sent before, ISO 8601; null where it was not. */
  sentBefore: string | null
}

/**
 * What has to be asked before an endpoint is fired for a click: it has errors, or its transaction was sent before.
 *
 * @param attempts of every click, newest first
 * @param agreed key of the request that the person wants sent whatever speaks against it: of no other request
 * @returns undefined where it may be sent
 */
export function askBefore(
  endpoint: Endpoint,
  identifiers: readonly Identifier[],
  attempts: readonly PostbackAttempt[],
  agreed: string | undefined,
): Asked | undefined {
  const prepared = prepare(endpoint, identifiers)
  if (agreed === requestKey(prepared.request)) return undefined
  const clickIds = new Set(identifiers.map(({ value }) => value))
  const [earlier] = earlierOfTransaction(prepared.request, attempts, undefined, clickIds)
  if (!earlier && !asksFirst(prepared.problems)) return undefined
  return { ...prepared, sentBefore: earlier?.startedAt ?? null }
}
