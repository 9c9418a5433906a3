import { blame } from './blame.ts'
import { mend } from './mend.ts'
import type { Rule } from './rule.ts'
import { hopNumber, quote } from './words.ts'

interface Words {
  id: string
  cause: 'browser' | 'extension'
  who: string
  title: string
  why: string
  fix: string
}

/** A rule for losses made on this machine. It stands instead of id-stripped, not beside it. */
export function strippedBy({ cause, who, ...words }: Words): Rule {
  return {
    ...words,
    severity: 'warning',
    check: (path) =>
      path.fates
        .filter(({ isMissed, end, blamed }) => isMissed && end === 'gone' && path.hops[blamed + 1]?.cause === cause)
        .map(({ identifier: { name, value }, blamed }) => ({
          rule: words.id,
          severity: 'warning',
          hop: blamed,
          identifier: name,
          title: `${name} taken out by ${who} after ${hopNumber(blamed)}`,
          detail: `${name} was ${quote(value)} until ${blame(path.hops, blamed)}.`,
          ...mend(path, blamed, { name, where: undefined }),
        })),
  }
}
