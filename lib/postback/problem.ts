import type { Severity } from '../model/finding.ts'

/** One thing to know about a postback before it is fired. */
export interface Problem {
  /** Names the failing state: `unfilled-macro`. */
  id: string
  severity: Severity
  title: string
  fix: string
  /** The macro, or the piece of the template, that it is about. */
  macro?: string
}

const problem =
  (severity: Severity) =>
  (id: string, title: string, fix: string, macro?: string): Problem => ({
    id,
    severity,
    title,
    fix,
    ...(macro !== undefined && { macro }),
  })

export const error = problem('error')
export const warning = problem('warning')
export const info = problem('info')
