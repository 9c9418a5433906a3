import * as z from 'zod/mini'
import { AnswerClass } from '../../model/postback.ts'
import { Confidence } from '../confidence.ts'
import { META_PHRASES } from '../conversion-apis/meta-phrases.ts'
import { TIKTOK_PHRASES } from '../conversion-apis/tiktok-errors.ts'
import rows from './phrases.json' with { type: 'json' }

/**
 * One line of phrases.json: something that one system says, and what it means there. A row has one of `pattern`,
 * `status` and `echoOf`. Refusals stand before acceptances, since an answer that says both was refused.
 */
export const PhraseRow = z.object({
  /** Id of the preset. */
  system: z.string(),
  class: AnswerClass,
  /** As its source spells it. */
  says: z.string(),
  /** Regular expression, in any case, for the body. */
  pattern: z.optional(z.string()),
  /** The HTTP status says it all. */
  status: z.optional(z.int()),
  /** Only where the request's body holds this text. */
  whenSent: z.optional(z.string()),
  /** The answer repeats what this parameter of the request held. */
  echoOf: z.optional(z.string()),
  confidence: Confidence,
  note: z.optional(z.string()),
  source: z.string(),
})
export type PhraseRow = z.infer<typeof PhraseRow>
/** What code knows of it: a build leaves out where it is from. */
export type Phrase = Omit<PhraseRow, 'says' | 'note' | 'confidence' | 'source'>

/** What a system is known to say, in the order in which to look for it. */
export function phrasesOf(system: string | undefined): readonly Phrase[] {
  if (system === undefined) return []
  if (system === 'meta') return META_PHRASES
  const own = (rows as readonly Phrase[]).filter((row) => row.system === system)
  return system === 'tiktok' ? [...TIKTOK_PHRASES, ...own] : own
}
