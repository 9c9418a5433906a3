import { createHash } from 'node:crypto'
import { type Answer, jsonAnswer } from '../answer.ts'

/** What the Graph API says when it refuses, but for what every refusal has. */
export type GraphError = {
  code: number
  message: string
  type?: 'OAuthException' | 'GraphMethodException'
  error_subcode?: number
  error_user_title?: string
  error_user_msg?: string
}

/** A trace id in Meta's shape, the same for the same request. */
export const traceId = (of: string): string => `A${createHash('sha256').update(of).digest('base64url').slice(0, 22)}`

/**
 * Meta answers 400 to nearly every mistake, an expired token among them.
 * Source: Graph API, "Handling errors"; the shape is the same in every version.
 */
export const refuse = ({ message, type = 'OAuthException', ...error }: GraphError, trace: string): Answer =>
  jsonAnswer({ error: { message, type, ...error, is_transient: false, fbtrace_id: trace } }, 400)

/** A refusal of one event: the subcode and the words for the user say which. */
export const invalidParameter = (subcode: number, title: string, words: string): GraphError => ({
  code: 100,
  message: 'Invalid parameter',
  error_subcode: subcode,
  error_user_title: title,
  error_user_msg: words,
})
