import type { Severity } from '../../model/finding.ts'
import type { Check } from './check.ts'
import type { Problem } from './problem.ts'
import { type CheckInput, subjectOf } from './subject.ts'

/** Nobody reads a problem of one kind more often; a hostile URL has it ten thousand times. */
const MOST_OF_A_KIND = 20

const SEVERITY_RANK: Record<Severity, number> = { error: 0, warning: 1, info: 2 }

/** Runs checks where they make sense. @returns what they found, most severe first, then in the checks' order */
export function run(checks: readonly Check[], input: CheckInput): Problem[] {
  const subject = subjectOf(input)
  const counts = new Map<string, number>()
  return checks
    .filter(({ modes }) => modes.includes(input.mode))
    .flatMap((check) => check.find(subject))
    .filter(({ id }) => {
      const count = (counts.get(id) ?? 0) + 1
      counts.set(id, count)
      return count <= MOST_OF_A_KIND
    })
    .map((problem) => withoutIdleMend(problem, input.template.url))
    .toSorted((a, b) => SEVERITY_RANK[a.severity] - SEVERITY_RANK[b.severity])
}

/** A fix that leaves the URL as it is would be a button that does nothing. */
function withoutIdleMend(problem: Problem, url: string): Problem {
  const { mend, ...rest } = problem
  return mend && mend.url === url && !mend.values && !mend.secrets ? rest : problem
}
