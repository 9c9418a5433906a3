import * as z from 'zod/mini'

export const PostbackMethod = z.enum(['GET', 'POST'])
export type PostbackMethod = z.infer<typeof PostbackMethod>

/** A postback URL that the user keeps, with macros in braces. */
export const PostbackTemplate = z.object({
  id: z.string(),
  name: z.string(),
  url: z.string(),
  method: PostbackMethod,
  /** Macro name → name of the identifier that fills it. A macro that is not here is matched by name. */
  mapping: z.record(z.string(), z.string()),
  /** Macro name → text the user typed for it (payout, status …). */
  values: z.record(z.string(), z.string()),
})
export type PostbackTemplate = z.infer<typeof PostbackTemplate>

/** Why no answer came, told apart from what the browser said. */
export const TransportFailure = z.enum([
  'host-not-found',
  'connection-refused',
  'tls',
  'timeout',
  'interrupted',
  'network',
])
export type TransportFailure = z.infer<typeof TransportFailure>

export const PostbackRequest = z.object({ method: PostbackMethod, url: z.string() })
export type PostbackRequest = z.infer<typeof PostbackRequest>

export const PostbackResponse = z.object({
  status: z.int(),
  /** After redirects. */
  finalUrl: z.string(),
  headers: z.array(z.object({ name: z.string(), value: z.string() })),
  /** At most 64 KiB, decoded as UTF-8 with replacement characters. */
  body: z.string(),
  bodyTruncated: z.boolean(),
})
export type PostbackResponse = z.infer<typeof PostbackResponse>

/** One firing of a postback: kept whatever came of it. */
export const PostbackAttempt = z.object({
  id: z.string(),
  /** ISO 8601. */
  startedAt: z.string(),
  /** The path whose click was reported, where there was one. */
  pathId: z.optional(z.string()),
  templateId: z.optional(z.string()),
  request: PostbackRequest,
  /** Milliseconds until the body was read, or it failed; null while it is under way. */
  durationMs: z.nullable(z.number()),
  response: z.nullable(PostbackResponse),
  failure: z.nullable(z.object({ kind: TransportFailure, message: z.string() })),
})
export type PostbackAttempt = z.infer<typeof PostbackAttempt>
