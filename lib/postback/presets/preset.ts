import * as z from 'zod/mini'
import { PostbackMethod } from '../../model/postback.ts'
import { Confidence } from '../confidence.ts'

/** What a parameter is for, whatever it is called. */
export const ParameterKind = z.enum([
  'click-id',
  'payout',
  'amounts',
  'currency',
  'transaction',
  'status',
  'event',
  'account',
  'auth',
  'test',
  'time',
])
export type ParameterKind = z.infer<typeof ParameterKind>

export const PresetParameter = z.object({
  /** `sub1-5` stands for sub1, sub2 … sub5. */
  name: z.string(),
  kind: z.optional(ParameterKind),
  required: z.optional(z.boolean()),
  /** What it takes, in words. */
  accepts: z.optional(z.string()),
  /** What it takes, to the letter. */
  values: z.optional(z.array(z.string())),
  /** Others than `values` are taken as well. */
  open: z.optional(z.boolean()),
  note: z.optional(z.string()),
  /** Where it is another than the preset's. */
  confidence: z.optional(Confidence),
})
export type PresetParameter = z.infer<typeof PresetParameter>

/** One tracker, network or traffic source of presets.json: where its postbacks go and what they hold. */
export const Preset = z.object({
  id: z.string(),
  name: z.string(),
  type: z.enum(['tracker', 'network', 'traffic-source', 'mobile']),
  /** Postback template with our macros; null where none is documented. */
  url: z.nullable(z.string()),
  method: z.optional(PostbackMethod),
  /** What goes in the body, with our macros. */
  body: z.optional(
    z.object({ type: z.enum(['form', 'json']), rows: z.array(z.object({ name: z.string(), value: z.string() })) }),
  ),
  /** Hosts of its postbacks that all its users share; `*.` stands for any subdomain. */
  hosts: z.optional(z.array(z.string())),
  /** Regular expressions for the path of its postbacks. */
  paths: z.optional(z.array(z.string())),
  /** Regular expression for its click URLs, or those of its landing pages. */
  clickUrl: z.optional(z.string()),
  /** Parameters under which its click ID comes to a landing page. */
  clickIdNames: z.optional(z.array(z.string())),
  /** Regular expression: what its click IDs look like. */
  clickIdShape: z.optional(z.string()),
  /** The macro that gives its click ID to the next in line. */
  macro: z.optional(z.string()),
  params: z.array(PresetParameter),
  /** The parameter that marks a postback as a test. */
  test: z.optional(z.object({ name: z.string(), value: z.string() })),
  /** Days for which it takes conversions of a click, unless its user sets another span. */
  lifespanDays: z.optional(z.int()),
  notes: z.optional(z.array(z.string())),
  confidence: Confidence,
  sources: z.array(z.string()),
})
export type Preset = z.infer<typeof Preset>
