import * as z from 'zod/mini'

export const IdentifierKind = z.enum([
  'ad-click-id',
  'affiliate-click-id',
  'tracker-click-id',
  'sub-id',
  'campaign-tag',
  'other',
])
export type IdentifierKind = z.infer<typeof IdentifierKind>

/** Where in a request a value stands. */
export const Place = z.enum(['query', 'fragment', 'path', 'body', 'cookie', 'nested'])
export type Place = z.infer<typeof Place>

export const StepState = z.enum([
  'appeared',
  'kept',
  'renamed',
  'moved',
  'reencoded',
  'altered',
  'replaced',
  'stripped',
  'absent',
  'restored',
])
export type StepState = z.infer<typeof StepState>

/** What one hop did to an identifier's value. */
export const Step = z.object({
  /** Index of the hop. */
  hop: z.int(),
  state: StepState,
  name: z.optional(z.string()),
  where: z.optional(Place),
  value: z.optional(z.string()),
})
export type Step = z.infer<typeof Step>

export const Outcome = z.enum(['delivered', 'altered', 'handed-over', 'lost'])
export type Outcome = z.infer<typeof Outcome>

/** One click ID, sub-ID or campaign tag, followed by its value from the hop where it appeared to the last hop. */
export const Identifier = z.object({
  /** As first seen, decoded once. */
  name: z.string(),
  /** As first seen, decoded once. */
  value: z.string(),
  kind: IdentifierKind,
  /** Who issues it; null where a name belongs to no one platform. */
  platform: z.nullable(z.string()),
  trail: z.array(Step),
  outcome: Outcome,
})
export type Identifier = z.infer<typeof Identifier>
