import * as z from 'zod/mini'
import { Finding, Verdict } from './finding.ts'
import { Identifier } from './identifier.ts'
import { Keeping, Landing } from './landing.ts'

/** What brought the browser to a hop. `unknown` is an honest answer: the browser did not tell. */
export const CAUSES = [
  'typed',
  'link',
  'form',
  'script',
  'meta-refresh',
  'refresh-header',
  'http-redirect',
  'hsts',
  'extension',
  'browser',
  'service-worker',
  'history',
  'fragment',
  'reload',
  'back-forward',
  'unknown',
] as const

export const Cause = z.enum(CAUSES)
export type Cause = z.infer<typeof Cause>

export const SetCookie = z.object({ name: z.string(), value: z.string(), domain: z.optional(z.string()) })
export type SetCookie = z.infer<typeof SetCookie>

/** A header of an answer, its name in lower case. */
export const AnswerHeader = z.object({ name: z.string(), value: z.string() })
export type AnswerHeader = z.infer<typeof AnswerHeader>

/** One URL that the browser asked for, or that the page gave itself. */
export const Hop = z.object({
  index: z._default(z.int(), 0),
  /** Absolute, byte for byte as the browser reported it, with its fragment where one is known. */
  url: z.string(),
  cause: z._default(Cause, 'unknown'),
  tabId: z._default(z.int(), 0),
  /** On the first hop of a tab that an earlier hop opened. */
  openerTabId: z.optional(z.int()),
  method: z._default(z.string(), 'GET'),
  /** HTTP status of the answer; null where there was none. */
  status: z._default(z.nullable(z.int()), null),
  /** The browser's network error, as it spells it. */
  error: z._default(z.nullable(z.string()), null),
  /** True when something in the browser itself (an extension's rule, a policy) refused the request. */
  blocked: z.optional(z.boolean()),
  fromCache: z._default(z.boolean(), false),
  ip: z.optional(z.string()),
  /** Milliseconds since the epoch. */
  startedAt: z._default(z.number(), 0),
  /** Milliseconds until the answer was in, or it redirected. */
  durationMs: z._default(z.nullable(z.number()), null),
  /** The link or form that began it, as HTML, at most 300 characters. */
  element: z.optional(z.string()),
  setCookies: z.optional(z.array(SetCookie)),
  /** Of a redirect or an error, the few headers that tell what software gave it and whether it may be cached. */
  headers: z.optional(z.array(AnswerHeader)),
  /** A form POST's body, urlencoded. */
  body: z.optional(z.string()),
})
export type Hop = z.infer<typeof Hop>

/** What is missing of a path, where something is: what is kept is bounded, and a store can be full or damaged. */
export const Cut = z.object({
  /** Hops before the first one that are no more, at least so many. */
  hopsBefore: z.optional(z.int()),
  /** Its beginning was not heard: whether hops came before the first one is not known. */
  unheard: z.optional(z.boolean()),
  /** Index of each hop whose URL was too long: it is kept only as its beginning. */
  urls: z.optional(z.array(z.int())),
})
export type Cut = z.infer<typeof Cut>

/** What was recorded of a click, before anything is derived from it: enough to derive everything else. */
export const RecordedPath = z.object({
  id: z.string(),
  /** The funnel's name, when a funnel file asked for this path. */
  name: z.optional(z.string()),
  /** ISO 8601. */
  startedAt: z.string(),
  hops: z.array(Hop),
  /** Absent on a path that is whole. */
  cut: z.optional(Cut),
  /** What the last document kept of the click and where its links lead, when somebody looked. */
  landing: z.optional(Landing),
})
export type RecordedPath = z.infer<typeof RecordedPath>

/** A recorded path with everything that is derived from its hops. */
export const ClickPath = z.extend(RecordedPath, {
  identifiers: z.array(Identifier),
  findings: z.array(Finding),
  verdict: Verdict,
  /** What the landing page keeps of the click; absent where it was not asked. */
  kept: z.optional(z.array(Keeping)),
})
export type ClickPath = z.infer<typeof ClickPath>
