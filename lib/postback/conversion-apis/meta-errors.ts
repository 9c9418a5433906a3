import * as z from 'zod/mini'
import { AnswerClass } from '../../model/postback.ts'
import { Confidence } from '../confidence.ts'
import rows from './meta-errors.json' with { type: 'json' }

/**
 * One line of meta-errors.json. A row with a subcode stands before the one without. Sources: Graph API, "Handling errors";
 * rudder-transformer's network handler for facebook_pixel; issue 421 of facebook-java-business-sdk.
 */
export const MetaErrorRow = z.object({
  code: z.int(),
  subcode: z.optional(z.int()),
  class: AnswerClass,
  meaning: z.string(),
  next: z.string(),
  confidence: Confidence,
})
export type MetaErrorRow = z.infer<typeof MetaErrorRow>

/** What an error of the Graph API means; 200 to 299 are permissions, whatever their last digits. */
export function metaError(code: number | null, subcode: number | null): Omit<MetaErrorRow, 'code' | 'confidence'> {
  const known = (rows as readonly MetaErrorRow[]).find(
    (row) => row.code === code && (row.subcode === undefined || row.subcode === subcode),
  )
  if (known) return known
  if (code !== null && code >= 200 && code <= 299)
    return {
      class: 'unauthorized',
      meaning: 'A permission is missing.',
      next: 'Make the token in the Events Manager, for this pixel.',
    }
  return { class: 'rejected', meaning: 'Meta refused it.', next: "Meta's own words say why." }
}
