import * as z from 'zod/mini'
import { ClickPath } from './click-path.ts'
import { EVIDENCE_FORMAT, EVIDENCE_VERSION } from './evidence-format.ts'
import { PostbackAttempt } from './postback.ts'

/** The document that export, import, command line and tests share. Keys may be added; the meaning of these never changes. */
export const Evidence = z.object({
  format: z.literal(EVIDENCE_FORMAT),
  version: z.literal(EVIDENCE_VERSION),
  generator: z.object({ name: z.string(), version: z.string(), browser: z.optional(z.string()) }),
  /** ISO 8601. */
  exportedAt: z.string(),
  paths: z.array(ClickPath),
  postbacks: z.optional(z.array(PostbackAttempt)),
})
export type Evidence = z.infer<typeof Evidence>
