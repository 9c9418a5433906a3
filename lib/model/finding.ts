import * as z from 'zod/mini'

export const Severity = z.enum(['error', 'warning', 'info'])
export type Severity = z.infer<typeof Severity>

export const Verdict = z.enum(['pass', 'warn', 'fail'])
export type Verdict = z.infer<typeof Verdict>

/** One thing that a rule has to say about a path. */
export const Finding = z.object({
  /** Id of the rule, which is the name of its file. */
  rule: z.string(),
  severity: Severity,
  /** Index of the hop to blame: for a lost parameter the last one that still had it. */
  hop: z.int(),
  /** Name of the identifier concerned. */
  identifier: z.optional(z.string()),
  /** One line a media buyer understands. */
  title: z.string(),
  /** What was seen, with the values. */
  detail: z.string(),
  /** What to do about it. */
  fix: z.string(),
  /** The lines to paste where the fix says: configuration, script or HTML. */
  paste: z.optional(z.string()),
})
export type Finding = z.infer<typeof Finding>
