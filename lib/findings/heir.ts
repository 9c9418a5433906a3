import type { ClickPath } from '../model/click-path.ts'
import type { Identifier } from '../model/identifier.ts'

/** The identifier that was issued where another one ends: the one that appears at that hop. */
export const heirOf = (path: Pick<ClickPath, 'identifiers'>, name: string, hop: number): Identifier | undefined => {
  const born = path.identifiers.filter(({ kind, trail }) => trail[0]?.hop === hop && kind.endsWith('-id'))
  return born.find((heir) => heir.name === name) ?? born.find(({ kind }) => kind !== 'sub-id') ?? born[0]
}
