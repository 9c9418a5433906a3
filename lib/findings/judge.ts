import { follow } from '../identifiers/follow.ts'
import { keptOf } from '../identifiers/kept.ts'
import { readHops } from '../identifiers/reading.ts'
import type { ClickPath, RecordedPath } from '../model/click-path.ts'
import type { Finding, Severity, Verdict } from '../model/finding.ts'
import { fatesOf } from './fate.ts'
import { RULES } from './registry.ts'

const RANK: Record<Severity, number> = { error: 0, warning: 1, info: 2 }

/**
 * Derives all that can be said of a recorded path: its identifiers, its findings (most severe first, then by hop) and
 * the verdict. Never throws, whatever the URLs.
 */
export function judge(path: RecordedPath): ClickPath {
  const { id, name, startedAt, hops, cut, landing } = path
  const readings = readHops(hops)
  const identifiers = follow(hops, readings)
  const followed = { id, startedAt, hops, ...(landing && { landing }), readings, fates: fatesOf(identifiers, hops) }
  const findings = RULES.flatMap((rule) => rule.check(followed)).sort(
    (a, b) => RANK[a.severity] - RANK[b.severity] || a.hop - b.hop,
  )
  return {
    id,
    ...(name !== undefined && { name }),
    startedAt,
    hops,
    ...(cut && { cut }),
    ...(landing && { landing }),
    identifiers,
    findings,
    verdict: verdictOf(findings),
    ...(landing && { kept: keptOf(hops, landing, identifiers) }),
  }
}

function verdictOf([worst]: readonly Finding[]): Verdict {
  if (worst?.severity === 'error') return 'fail'
  return worst?.severity === 'warning' ? 'warn' : 'pass'
}
