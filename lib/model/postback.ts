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

export const Header = z.object({ name: z.string(), value: z.string() })
export type Header = z.infer<typeof Header>

/** What is sent. In a stored one the macro's name stands where a secret was. */
export const PostbackRequest = z.object({
  method: PostbackMethod,
  url: z.string(),
  headers: z.optional(z.array(Header)),
  /** Absent: an empty body. */
  body: z.optional(z.object({ type: z.enum(['form', 'json']), text: z.string() })),
})
export type PostbackRequest = z.infer<typeof PostbackRequest>

export const PostbackResponse = z.object({
  status: z.int(),
  /** After redirects. */
  finalUrl: z.string(),
  headers: z.array(Header),
  /** At most 64 KiB, decoded as UTF-8 with replacement characters. */
  body: z.string(),
  bodyTruncated: z.boolean(),
})
export type PostbackResponse = z.infer<typeof PostbackResponse>

/** What an answer, or the lack of one, means. `inconclusive`: a server was reached, and that is all that is known. */
export const AnswerClass = z.enum([
  'accepted',
  'accepted-pending',
  'test',
  'duplicate',
  'stale',
  'invalid-click',
  'unmatched',
  'missing-parameter',
  'invalid-event',
  'unauthorized',
  'offer-inactive',
  'capped',
  'throttled',
  'not-updatable',
  'unreplaced-macro',
  'bad-request',
  'rejected',
  'server-error',
  'inconclusive',
  'no-answer',
])
export type AnswerClass = z.infer<typeof AnswerClass>

/** A redirect that the browser followed on the way to the answer. */
export const FollowedRedirect = z.object({ url: z.string(), status: z.int(), to: z.string() })
export type FollowedRedirect = z.infer<typeof FollowedRedirect>

/** A try that failed and was followed by another. */
export const FailedTry = z.object({
  /** ISO 8601. */
  startedAt: z.string(),
  durationMs: z.number(),
  /** Of the answer, where there was one. */
  status: z.nullable(z.int()),
  failure: z.nullable(z.object({ kind: TransportFailure, message: z.string() })),
})
export type FailedTry = z.infer<typeof FailedTry>

/** What the partner said they made of it: the one proof there is. */
export const Confirmation = z.object({
  word: z.enum(['counted', 'not-counted', 'open']),
  note: z.string(),
  /** ISO 8601. */
  at: z.string(),
})
export type Confirmation = z.infer<typeof Confirmation>

/** Version 1 had no `version`, and `templateId` for `endpoint`. */
export const ATTEMPT_VERSION = 2

/** One firing of a postback: kept whatever came of it. */
export const PostbackAttempt = z.object({
  version: z.optional(z.literal(ATTEMPT_VERSION)),
  id: z.string(),
  /** ISO 8601. */
  startedAt: z.string(),
  /** The path whose click was reported, where there was one. */
  pathId: z.optional(z.string()),
  /** The endpoint as it was then: it may be gone or renamed now. */
  endpoint: z.optional(z.object({ id: z.string(), name: z.string(), preset: z.optional(z.string()) })),
  request: PostbackRequest,
  /** Milliseconds from its start after which it must be over, tries and waits and all. */
  patienceMs: z.optional(z.number()),
  /** Tries before the one that the rest tells of. */
  earlierTries: z.optional(z.array(FailedTry)),
  redirects: z.optional(z.array(FollowedRedirect)),
  /** Milliseconds until the body was read, or it failed; null while it is under way. */
  durationMs: z.nullable(z.number()),
  response: z.nullable(PostbackResponse),
  failure: z.nullable(z.object({ kind: TransportFailure, message: z.string() })),
  /** What it was taken for when it was over. */
  classification: z.optional(
    z.object({
      class: AnswerClass,
      /** Where in the response's body the words stand that decided. */
      start: z.optional(z.int()),
      end: z.optional(z.int()),
    }),
  ),
  confirmation: z.optional(Confirmation),
})
export type PostbackAttempt = z.infer<typeof PostbackAttempt>
