import * as z from 'zod/mini'
import { Verdict } from './finding.ts'

/** What the person does on a page of the funnel. */
export const FunnelStep = z.strictObject({
  /** CSS selector of the element to click. */
  click: z.string().check(z.minLength(1)),
})
export type FunnelStep = z.infer<typeof FunnelStep>

export const Expectation = z.strictObject({
  /** Names of identifiers whose value must be on the last document. */
  delivered: z.optional(z.array(z.string())),
  finalHost: z.optional(z.string()),
  maxHops: z.optional(z.int().check(z.gte(1))),
  verdict: z.optional(Verdict),
})
export type Expectation = z.infer<typeof Expectation>

export const Funnel = z.strictObject({
  name: z.string().check(z.minLength(1)),
  url: z.string().check(z.minLength(1)),
  steps: z.optional(z.array(FunnelStep)),
  /** Milliseconds without a new event after which a step counts as finished. */
  settleMs: z.optional(z.int().check(z.gte(0), z.lte(60_000))),
  expect: z.optional(Expectation),
})
export type Funnel = z.infer<typeof Funnel>

export const FunnelFile = z.strictObject({ funnels: z.array(Funnel).check(z.minLength(1)) })
export type FunnelFile = z.infer<typeof FunnelFile>
