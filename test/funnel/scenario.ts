import type { Cause } from '../../lib/model/click-path.ts'
import type { Verdict } from '../../lib/model/finding.ts'
import type { FunnelStep } from '../../lib/model/funnel.ts'
import type { Outcome } from '../../lib/model/identifier.ts'
import type { Pass } from './query.ts'

/** How a page or an answer sends the browser on. */
export type Way =
  | {
      by: 'redirect'
      status: 301 | 302 | 303 | 307 | 308
      spelling?: 'absolute' | 'relative' | 'protocol-relative'
      fragment?: string
    }
  | { by: 'meta-refresh'; seconds: number }
  | { by: 'refresh-header'; seconds: number }
  | { by: 'script'; call: 'location.href' | 'location.assign' | 'location.replace'; afterMs: number }
  | { by: 'link'; target?: '_blank'; rel?: string }
  | { by: 'window.open'; features?: string }
  | { by: 'form'; method: 'get' | 'post'; submits?: 'itself'; idsIn?: 'fields' | 'action' }
  | { by: 'failure'; status: 404 | 500 }

/** One stop of a scenario: what a host does with the click. It leads to the next leg of the list, or to `to`. */
export type Leg = {
  host: string
  path: string
  /** Absent on the last leg: a page to stay on. */
  way?: Way
  /** What becomes of the incoming query on the way to the next leg; all is kept when absent. */
  pass?: Pass
  /** What the page does to its own address after it loaded. */
  address?: { call: 'pushState' | 'replaceState'; pass: Pass }
  /** Id of a part of the page that a link `#to-form` jumps to. */
  anchor?: string
  /** Index of the leg it leads to, when that is not the next one. */
  to?: number
}

/** A hop as Clickpath should record it. Host without port, path without query. */
export type ExpectedHop = {
  host: string
  path: string
  cause: Cause
  /** null where there is no answer: a history or fragment hop, a refused connection. */
  status: number | null
  method?: 'POST'
  /** With its `#`; only compared where it is named. */
  fragment?: string
  /** The hop is the first of a tab that the hop before opened. */
  newTab?: true
}

export type ScenarioExpectation = {
  /** Hop 0 is what the start URL gives when it is typed; from the ad page its cause is `link`. */
  hops: ExpectedHop[]
  /** The browser goes on until it gives up: `hops` are only the first ones. */
  endless?: true
  /** Of the first identifier with that name. */
  outcomes?: Record<string, Outcome>
  verdict: Verdict
  /** Every error and warning, by rule id; an `info` only where the scenario is about it. */
  findings: readonly string[]
  /** Index of the hop that the finding blames. */
  blame?: number
}

/** In the order of the ad page: what goes wrong comes first, since that is what people come to see. */
export const THEMES = ['lost', 'replaced', 'renamed', 'broken', 'kept'] as const
export type Theme = (typeof THEMES)[number]

/** One funnel: what it shows, where the click begins, what each host does, what Clickpath should say. */
export type Scenario = {
  id: string
  theme: Theme
  title: string
  /** One sentence that a media buyer understands. */
  story: string
  /** Where the ad leads: host, and path with query. */
  start: { host: string; path: string }
  legs: Leg[]
  /** What the person clicks on the way. */
  steps?: FunnelStep[]
  expect: ScenarioExpectation
}
