import * as z from 'zod/mini'
import { plainName } from '../click-id-names.ts'
import { Confidence } from '../confidence.ts'
import { nameIn } from '../macro-name.ts'
import { nearest } from '../nearest.ts'
import rows from './tokens.json' with { type: 'json' }

/** One platform of tokens.json: the macros that it replaces, as it spells them. */
export const MacroTokens = z.object({
  id: z.string(),
  name: z.string(),
  tokens: z.array(z.string()),
  /** Regular expressions for macros with a name of the user's own. */
  patterns: z.optional(z.array(z.string())),
  /** The click ID that it puts into every URL by itself. */
  addsClickId: z.optional(z.string()),
  confidence: Confidence,
  note: z.optional(z.string()),
  sources: z.array(z.string()),
})
/** What code knows of it: a build leaves out where it is from. */
export type MacroTokens = Omit<z.infer<typeof MacroTokens>, 'note' | 'confidence' | 'sources'>

export const MACRO_TOKENS = rows as readonly MacroTokens[]

export const tokensOf = (id: string | undefined): MacroTokens | undefined => MACRO_TOKENS.find((row) => row.id === id)

/** Whether a platform replaces a macro that is spelt so. */
export const knows = ({ tokens, patterns = [] }: MacroTokens, macro: string): boolean =>
  tokens.includes(macro) || patterns.some((pattern) => new RegExp(pattern).test(macro))

/**
 * The platform's macro that is likely meant by one it does not know.
 *
 * @returns `same`: only the brackets or the case differ; undefined where nothing is near
 */
export function nearestToken({ tokens }: MacroTokens, macro: string): { token: string; same: boolean } | undefined {
  const wanted = plainName(nameIn(macro))
  const same = tokens.find((token) => plainName(nameIn(token)) === wanted)
  if (same) return { token: same, same: true }
  const near = nearest(wanted, tokens, (token) => plainName(nameIn(token)))
  return near === undefined ? undefined : { token: near, same: false }
}
