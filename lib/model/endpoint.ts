import * as z from 'zod/mini'
import { Header, PostbackTemplate } from './postback.ts'

/** Version 1 was a bare PostbackTemplate without a `version`. */
export const ENDPOINT_VERSION = 2

/** How the parameters beside those in the URL are sent. `none`: a POST goes out with an empty body. */
export const BodyType = z.enum(['none', 'form', 'json'])
export type BodyType = z.infer<typeof BodyType>

/** One parameter of a body. */
export const BodyRow = z.object({
  /** In JSON a dot leads into an object: `user.email`. */
  name: z.string(),
  /** Text with macros, not encoded. */
  value: z.string(),
  /** JSON only: the value is JSON itself (a number, `true`, an object), and no text. */
  raw: z.optional(z.boolean()),
})
export type BodyRow = z.infer<typeof BodyRow>

/** Where postbacks go: a template, and all that is set for it. What an older version did not know has its default. */
export const Endpoint = z.extend(PostbackTemplate, {
  version: z._default(z.literal(ENDPOINT_VERSION), ENDPOINT_VERSION),
  /** Id of the preset it was made from. */
  preset: z.optional(z.string()),
  body: z._default(z.object({ type: BodyType, rows: z.array(BodyRow) }), { type: 'none', rows: [] }),
  /** Sent beside the browser's own; values are text with macros. */
  headers: z._default(z.array(Header), []),
  /**
   * Macro name → the token or key that fills it. A secret is a macro whose value is kept apart: it stands in no
   * template, attempt or export, and on screens it is masked.
   */
  secrets: z._default(z.record(z.string(), z.string()), {}),
  /** Milliseconds from the request to the last byte of its answer. */
  timeoutMs: z._default(z.int().check(z.minimum(1_000), z.maximum(60_000)), 10_000),
  /** Further tries after one that failed. */
  retries: z._default(z.int().check(z.minimum(0), z.maximum(3)), 0),
  /** Days for which the receiver takes conversions of a click. */
  lifespanDays: z._default(z.int().check(z.minimum(1), z.maximum(365)), 30),
  /** Share of failures, 0 to 1, above which the endpoint is told as ailing. */
  alertAbove: z._default(z.number().check(z.minimum(0), z.maximum(1)), 0.05),
})
export type Endpoint = z.infer<typeof Endpoint>
