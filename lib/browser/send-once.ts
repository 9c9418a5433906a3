import type { FollowedRedirect, PostbackAttempt, PostbackRequest, PostbackResponse } from '../model/postback.ts'
import { MAX_BODY_BYTES } from '../postback/limits.ts'
import { transportFailure } from '../postback/transport.ts'
import { hearRequest, type WebRequest } from './hear-request.ts'
import { readBody } from './read-body.ts'

export interface SendDeps {
  fetch: typeof globalThis.fetch
  webRequest: WebRequest
  /** Milliseconds since the epoch. */
  now(): number
  /** What has to be done before a request: see hide-origin.ts. */
  prepare?(): Promise<void>
}

export type Sent = Pick<PostbackAttempt, 'durationMs' | 'response' | 'failure' | 'redirects' | 'earlierTries'>

const CONTENT_TYPES = { form: 'application/x-www-form-urlencoded', json: 'application/json' } as const

/**
 * Sends a request once: without cookies, referrer or cache, redirects followed and listed. A POST without a body goes to
 * the same URL, parameters and all: that is how a tracker that takes both methods reads it. Never rejects.
 */
export async function sendOnce(
  { method, url, headers = [], body }: PostbackRequest,
  timeoutMs: number,
  { fetch, webRequest, now, prepare }: SendDeps,
): Promise<Sent> {
  const heard = hearRequest(webRequest, url)
  // The browser takes orders in turn: once it has done this one it listens, and no fate of the request goes unheard. One
  // that cannot leave the header out sends the postback all the same.
  await prepare?.().catch(() => {})
  const startedAt = now()
  const aborter = new AbortController()
  const timer = setTimeout(() => aborter.abort(), timeoutMs)
  let response: PostbackResponse | null = null
  try {
    const answer = await fetch(url, {
      method,
      headers: headersOf(headers, body),
      ...(body && method === 'POST' && { body: body.text }),
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
    const durationMs = now() - startedAt
    return {
      durationMs,
      response,
      failure: null,
      ...listed(answer.redirected ? await heard.redirectsTo(answer.url) : []),
    }
  } catch {
    const durationMs = now() - startedAt
    const timedOut = aborter.signal.aborted
    const failure = transportFailure(timedOut ? null : await heard.error(), { timedOut })
    return { durationMs, response, failure, ...listed(heard.redirects()) }
  } finally {
    clearTimeout(timer)
    heard.stop()
  }
}

const listed = (redirects: FollowedRedirect[]): Pick<Sent, 'redirects'> => (redirects.length > 0 ? { redirects } : {})

/** The user's own headers, after that of the body's kind: theirs counts where both say it. */
function headersOf(headers: readonly { name: string; value: string }[], body: PostbackRequest['body']): Headers {
  const sent = new Headers(body ? { 'content-type': CONTENT_TYPES[body.type] } : {})
  for (const { name, value } of headers) sent.set(name, value)
  return sent
}
