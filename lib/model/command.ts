import * as z from 'zod/mini'
import { PostbackMethod, PostbackTemplate } from './postback.ts'

/** What a page of the extension asks the background to do. */
export const Command = z.discriminatedUnion('type', [
  /** What a tab's click came to. */
  z.object({ type: z.literal('view-tab'), tabId: z.int(), private: z.boolean() }),
  /** The evidence document of a tab's click. */
  z.object({ type: z.literal('export-evidence'), tabId: z.int(), private: z.boolean() }),
  /** Forget every recorded path. */
  z.object({ type: z.literal('clear') }),
  /** Add a postback template, or replace the one with its id. */
  z.object({ type: z.literal('save-template'), template: PostbackTemplate }),
  z.object({ type: z.literal('delete-template'), id: z.string() }),
  /** Send a postback, once. */
  z.object({
    type: z.literal('fire-postback'),
    /** Chosen by the page, so that a repeated message cannot fire twice. */
    attemptId: z.string().check(z.minLength(1), z.maxLength(64)),
    method: PostbackMethod,
    url: z.string().check(z.maxLength(64 * 1024)),
    pathId: z.optional(z.string()),
    templateId: z.optional(z.string()),
    /** The click was made in a private window: nothing of it may reach the disk. */
    private: z.boolean(),
  }),
])
export type Command = z.infer<typeof Command>
