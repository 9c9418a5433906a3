import * as z from 'zod/mini'
import { ConversionApi } from './conversion-api.ts'
import { Endpoint } from './endpoint.ts'
import { PinnedPath } from './pinned.ts'
import { Confirmation, PostbackAttempt, PostbackRequest } from './postback.ts'
import { MAX_PROBE_VALUES } from './probe-walk.ts'

const MAX_CHARACTERS = 64 * 1024

/** Chosen by the page, so that a repeated message cannot fire twice. */
const AttemptId = z.string().check(z.minLength(1), z.maxLength(64))

/** What a page of the extension asks the background to do. */
export const Command = z.discriminatedUnion('type', [
  /** What a tab's click came to. */
  z.object({ type: z.literal('view-tab'), tabId: z.int(), private: z.boolean() }),
  /** The recorded clicks on a probe's test link; those of private windows only where it is of one itself. */
  z.object({
    type: z.literal('probe-walks'),
    link: z.string().check(z.maxLength(MAX_CHARACTERS)),
    values: z.array(z.string().check(z.minLength(1), z.maxLength(64))).check(z.maxLength(MAX_PROBE_VALUES)),
    private: z.boolean(),
  }),
  /** Ask the page at the end of a tab's click what it keeps and where it links. */
  z.object({ type: z.literal('inspect-page'), tabId: z.int() }),
  /** The evidence document of a tab's click. */
  z.object({ type: z.literal('export-evidence'), tabId: z.int(), private: z.boolean() }),
  /** Forget every recorded path; pinned ones stay. */
  z.object({ type: z.literal('clear') }),
  /** The last private window was closed: forget what happened in any. */
  z.object({ type: z.literal('forget-private') }),
  /** Record nothing until `resume`, or until the browser ends. */
  z.object({ type: z.literal('pause') }),
  z.object({ type: z.literal('resume') }),
  /** Keep the path of a tab beyond the browser's end. Refused for a private window. */
  z.object({ type: z.literal('pin-path'), tabId: z.int() }),
  z.object({ type: z.literal('unpin-path'), id: z.string() }),
  /** Bring back what `unpin-path` gave. */
  z.object({ type: z.literal('repin-path'), pinned: PinnedPath }),
  /** An empty name takes it away. */
  z.object({ type: z.literal('rename-pinned'), id: z.string(), name: z.string().check(z.maxLength(200)) }),
  /** Every pinned path as a line of a list. */
  z.object({ type: z.literal('list-pinned') }),
  /** One of them whole, judged. */
  z.object({ type: z.literal('pinned-path'), id: z.string() }),
  /** Its evidence document. */
  z.object({ type: z.literal('export-pinned'), id: z.string() }),
  /** A tab's path went on: if it is pinned, so does what is pinned. */
  z.object({ type: z.literal('keep-pinned'), tabId: z.int() }),
  /** Add an endpoint, or replace the one with its id. */
  z.object({ type: z.literal('save-endpoint'), endpoint: Endpoint }),
  z.object({ type: z.literal('delete-endpoint'), id: z.string() }),
  /** Fill an endpoint from a tab's click and check it. */
  z.object({ type: z.literal('prepare-postback'), tabId: z.int(), endpoint: Endpoint }),
  /** The same, and send it, once; or answer what has to be asked first. */
  z.object({
    type: z.literal('fire-endpoint'),
    attemptId: AttemptId,
    tabId: z.int(),
    endpoint: Endpoint,
    /** The request (its key) that the person wants sent whatever speaks against it. */
    agreed: z.optional(z.string()),
    private: z.boolean(),
  }),
  /** Send a postback, once. */
  z.object({
    type: z.literal('fire-postback'),
    attemptId: AttemptId,
    request: z.extend(PostbackRequest, { url: z.string().check(z.maxLength(MAX_CHARACTERS)) }),
    pathId: z.optional(z.string()),
    endpoint: PostbackAttempt.shape.endpoint,
    /** Macro name → secret in the request: what is kept shows the name in its place. */
    secrets: z.optional(Endpoint.shape.secrets),
    timeoutMs: z.optional(Endpoint.shape.timeoutMs),
    retries: z.optional(Endpoint.shape.retries),
    /** The click was made in a private window: nothing of it may reach the disk. */
    private: z.boolean(),
  }),
  /** Keep what the partner said of an attempt; null forgets it. */
  z.object({
    type: z.literal('confirm-attempt'),
    id: z.string(),
    confirmation: z.nullable(Confirmation),
    private: z.boolean(),
  }),
  /** Add a conversions API, or replace the one with its id. */
  z.object({ type: z.literal('save-api'), api: ConversionApi }),
  z.object({ type: z.literal('delete-api'), id: z.string() }),
  /** Keep what is typed into a field, in memory alone; null forgets it. */
  z.object({
    type: z.literal('keep-draft'),
    field: z.string().check(z.minLength(1), z.maxLength(64)),
    text: z.nullable(z.string().check(z.maxLength(MAX_CHARACTERS))),
    /** It is typed over a private window, and forgotten with it. */
    private: z.boolean(),
  }),
])
export type Command = z.infer<typeof Command>
/** A command before its defaults are filled in. */
export type CommandInput = z.input<typeof Command>
