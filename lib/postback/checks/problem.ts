import type { Severity } from '../../model/finding.ts'

/** A stretch of the URL that was checked, as offsets. */
export interface Span {
  start: number
  end: number
}

/** A change that mends a problem: what is there replaces what the template had. */
export interface Mend {
  /** What the button says. */
  label: string
  url?: string
  /** Added to the template's. */
  values?: Record<string, string>
  secrets?: Record<string, string>
}

/** One thing to know about a postback before it is fired. */
export interface Problem {
  /** Names the failing state: `unfilled-macro`. */
  id: string
  severity: Severity
  title: string
  fix: string
  /** The macro, or the piece of the template, that it is about. */
  macro?: string
  /** Where it stands in the template's URL. Absent where it stands nowhere, as what is missing. */
  place?: Span
  /** The fix, ready to be applied with one click. */
  mend?: Mend
}

type More = Partial<Pick<Problem, 'macro' | 'place' | 'mend'>>

const problem =
  (severity: Severity) =>
  (id: string, title: string, fix: string, more: More = {}): Problem => ({ id, severity, title, fix, ...more })

export const error = problem('error')
export const warning = problem('warning')
export const info = problem('info')

/** A template with a fix applied. */
export function mended<T extends { url: string; values: Record<string, string>; secrets?: Record<string, string> }>(
  template: T,
  { url = template.url, values, secrets }: Mend,
): T {
  return {
    ...template,
    url,
    ...(values && { values: { ...template.values, ...values } }),
    ...(secrets && { secrets: { ...template.secrets, ...secrets } }),
  }
}
