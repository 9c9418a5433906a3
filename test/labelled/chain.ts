import type { Cause, Hop, RecordedPath } from '../../lib/model/click-path.ts'
import type { Severity, Verdict } from '../../lib/model/finding.ts'
import type { Outcome } from '../../lib/model/identifier.ts'

/** What is to be said of one click, by the evidence format and not by what the code says. */
export interface Label {
  severity: Severity
  rule: string
  /** Index of the hop to blame. */
  hop: number
  identifier: string
}

/** A click with what is to be said of it. */
export interface Chain {
  name: string
  path: RecordedPath
  labels: Label[]
  outcomes: { name: string; outcome: Outcome }[]
  /** As `appeared renamed:sub1 moved@path`: a new name or place is told. */
  trails: { name: string; states: string }[]
  verdict: Verdict
}

/** One hop of a chain: what led to it, and what is known of it. */
export interface Leg {
  cause: Cause
  url: string
  facts?: Partial<Hop>
}

/** Puts a chain together; the verdict follows from its labels. */
export function chainOf(
  name: string,
  legs: readonly Leg[],
  labels: Label[] = [],
  outcomes: Chain['outcomes'] = [],
): Chain {
  const hops = legs.map(
    ({ cause, url, facts }, index): Hop => ({
      index,
      url,
      cause,
      tabId: 1,
      method: facts?.body === undefined ? 'GET' : 'POST',
      status: null,
      error: null,
      fromCache: false,
      startedAt: 0,
      durationMs: null,
      ...facts,
    }),
  )
  const isSaid = (wanted: Severity) => labels.some(({ severity }) => severity === wanted)
  const verdict = isSaid('error') ? 'fail' : isSaid('warning') ? 'warn' : 'pass'
  return {
    name,
    path: { id: name, startedAt: '2026-11-21T09:00:00.000Z', hops },
    labels,
    outcomes,
    trails: [],
    verdict,
  }
}
