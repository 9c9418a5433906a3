import type { Problem } from './checks/problem.ts'

/** Problems with which no request can be made at all. */
const IMPOSSIBLE: ReadonlySet<string> = new Set(['not-a-url', 'not-http', 'credentials-in-url', 'too-long'])

/** Whether a request can be made at all. An unfilled macro does not forbid it: see {@link asksFirst}. */
export function canFire(problems: readonly Problem[]): boolean {
  return !problems.some(({ id }) => IMPOSSIBLE.has(id))
}

/** Whether firing wants a second, explicit word, because what is sent is certainly not what was meant. */
export function asksFirst(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === 'error')
}
