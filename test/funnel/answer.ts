import type { ServerResponse } from 'node:http'

/** What a host of the funnel does with a request. */
export type Answer =
  | { status: number; headers?: Readonly<Record<string, string>>; body?: string | Uint8Array }
  /** Never answers. */
  | { fate: 'hang' }
  /** Drops the connection in the middle. */
  | { fate: 'reset' }

export const htmlAnswer = (body: string, status = 200): Answer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body,
})

export const textAnswer = (body: string, status = 200): Answer => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body,
})

export const jsonAnswer = (value: unknown, status = 200): Answer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
})

export const redirectAnswer = (location: string, status = 302): Answer => ({ status, headers: { location } })

/** Nothing is cached, so that each click really reaches its hosts; nothing is taken for HTML that does not say so. */
const ALWAYS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }

export function send(response: ServerResponse, answer: Answer): void {
  if ('fate' in answer) {
    if (answer.fate === 'reset') response.destroy()
    return
  }
  response.writeHead(answer.status, { ...ALWAYS, ...answer.headers }).end(answer.body)
}
