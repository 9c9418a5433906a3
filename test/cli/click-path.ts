import type { Cause, ClickPath } from '../../lib/model/click-path.ts'
import type { Finding } from '../../lib/model/finding.ts'
import type { Identifier, Outcome, Step } from '../../lib/model/identifier.ts'

/** When every path of these tests began. */
const BEGINNING = Date.parse('2026-11-21T09:00:00Z')

/** A judged path, described by what a test is about. */
export function clickPath({
  urls,
  causes = [],
  identifiers = [],
  findings = [],
}: {
  urls: string[]
  causes?: Cause[]
  identifiers?: Identifier[]
  findings?: Finding[]
}): ClickPath {
  return {
    id: 'p',
    startedAt: new Date(BEGINNING).toISOString(),
    hops: urls.map((url, index) => ({
      index,
      url,
      cause: causes[index] ?? (index === 0 ? 'typed' : 'http-redirect'),
      tabId: 1,
      method: 'GET',
      status: index === urls.length - 1 ? 200 : 302,
      error: null,
      fromCache: false,
      startedAt: BEGINNING + index * 100,
      durationMs: 40,
    })),
    identifiers,
    findings,
    verdict: findings.some(({ severity }) => severity === 'error') ? 'fail' : 'pass',
  }
}

export const identifier = (name: string, outcome: Outcome, trail: Step[] = []): Identifier => ({
  name,
  value: `${name}-value-1234567890`,
  kind: 'ad-click-id',
  platform: null,
  trail,
  outcome,
})
