import type { Severity } from '../model/finding.ts'
import type { Identifier } from '../model/identifier.ts'
import type { PostbackTemplate } from '../model/postback.ts'
import type { FilledPostback } from './fill.ts'
import { lintClick } from './lint-click.ts'
import { lintMacros } from './lint-macros.ts'
import { lintUrl } from './lint-url.ts'
import type { Problem } from './problem.ts'

export type { Problem } from './problem.ts'

/** Problems with which no request can be made at all. */
const IMPOSSIBLE: ReadonlySet<string> = new Set(['not-a-url', 'not-http', 'credentials-in-url', 'too-long'])

const SEVERITY_RANK: Record<Severity, number> = { error: 0, warning: 1, info: 2 }

/** What is wrong with a postback before it is fired, most severe first. */
export function lint(
  template: PostbackTemplate,
  filled: FilledPostback,
  identifiers: readonly Identifier[],
): Problem[] {
  return [
    ...lintUrl(filled.url),
    ...lintMacros(template, filled, identifiers),
    ...lintClick(template, filled, identifiers),
  ].toSorted((a, b) => SEVERITY_RANK[a.severity] - SEVERITY_RANK[b.severity])
}

/** Whether a request can be made at all. An unfilled macro does not forbid it: see {@link asksFirst}. */
export function canFire(problems: readonly Problem[]): boolean {
  return !problems.some(({ id }) => IMPOSSIBLE.has(id))
}

/** Whether firing wants a second, explicit word, because what is sent is certainly not what was meant. */
export function asksFirst(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === 'error')
}
