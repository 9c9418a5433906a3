/** A warning that is known and harmless. */
export interface Explained {
  code: string
  /** The files in which it is. */
  file: RegExp
  message: RegExp
  reason: string
}

/** Every warning of `web-ext lint` that is let pass. Any other one fails the check. */
export const EXPLAINED_WARNINGS: readonly Explained[] = [
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    file: /^chunks\/[\w-]+\.js$/,
    message: /^Unsafe assignment to innerHTML$/,
    reason:
      'Preact carries out dangerouslySetInnerHTML by this line. No component uses it, and test/conventions.test.ts holds that none does.',
  },
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    file: /^background\.js$/,
    message: /^Unsafe call to import /,
    reason: 'lib/browser/load-analysis.ts loads a script of the extension’s own, whose name is a constant.',
  },
]

/** One message of `web-ext lint --output json`. */
export interface LintMessage {
  code: string
  message: string
  description?: string
  file?: string
  line?: number
}

/** The warnings that nobody has explained. */
export function unexplained(
  warnings: readonly LintMessage[],
  explained: readonly Explained[] = EXPLAINED_WARNINGS,
): LintMessage[] {
  return warnings.filter(
    ({ code, message, file = '' }) =>
      !explained.some((known) => known.code === code && known.file.test(file) && known.message.test(message)),
  )
}
