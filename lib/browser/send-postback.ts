import type { PostbackAttempt, PostbackRequest, PostbackResponse } from '../model/postback.ts'
import { MAX_BODY_BYTES, POSTBACK_TIMEOUT_MS } from '../postback/limits.ts'
import { transportFailure } from '../postback/transport.ts'
import { hearNetworkError, type WebRequest } from './hear-network-error.ts'
import { readBody } from './read-body.ts'

export { POSTBACK_TIMEOUT_MS }

export interface SendDeps {
  fetch: typeof globalThis.fetch
  webRequest: WebRequest
  /** Milliseconds since the epoch. */
  now(): number
}

/** Sends one postback. Never rejects: what goes wrong is its result. */
export type SendPostback = (
  request: PostbackRequest,
) => Promise<Pick<PostbackAttempt, 'durationMs' | 'response' | 'failure'>>

/**
 * Makes the function that sends postbacks: without cookies, referrer or cache, redirects followed. A POST goes to the
 * same URL, parameters and all, with an empty body: that is how a tracker that takes both methods reads it.
 */
export function postbackSender({ fetch, webRequest, now }: SendDeps): SendPostback {
  return async ({ method, url }) => {
    const startedAt = now()
    const heard = hearNetworkError(webRequest, url)
    const aborter = new AbortController()
    const timer = setTimeout(() => aborter.abort(), POSTBACK_TIMEOUT_MS)
    let response: PostbackResponse | null = null
    try {
      const answer = await fetch(url, {
        method,
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
        redirect: 'follow',
        signal: aborter.signal,
      })
      response = {
        status: answer.status,
        finalUrl: answer.url,
        headers: [...answer.headers].map(([name, value]) => ({ name, value })),
        body: '',
        bodyTruncated: true,
      }
      const { text, whole, error } = await readBody(answer, MAX_BODY_BYTES)
      response = { ...response, body: text, bodyTruncated: !whole }
      if (error !== undefined) throw error
      return { durationMs: now() - startedAt, response, failure: null }
    } catch {
      const durationMs = now() - startedAt
      const timedOut = aborter.signal.aborted
      const failure = transportFailure(timedOut ? null : await heard.error(), { timedOut })
      return { durationMs, response, failure }
    } finally {
      clearTimeout(timer)
      heard.stop()
    }
  }
}
