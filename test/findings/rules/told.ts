import { judge } from '../../../lib/findings/judge.ts'
import type { RecordedPath } from '../../../lib/model/click-path.ts'

/** What one rule says of a path: `error 1 fbclid`, the hop as its index. */
export const told = (path: RecordedPath, rule: string): string[] =>
  judge(path)
    .findings.filter((finding) => finding.rule === rule)
    .map(({ severity, hop, identifier }) => [severity, hop, identifier].filter((part) => part !== undefined).join(' '))

export const at = (host: string, rest = ''): string => `https://${host}.example/${rest}`
