import { withinEdits } from '../identifiers/edit-distance.ts'

/**
 * The candidate that is fewest edits away, one for names up to five characters and two for longer ones.
 *
 * @param read what of a candidate is compared
 */
export function nearest<T>(wanted: string, candidates: readonly T[], read: (candidate: T) => string): T | undefined {
  const most = wanted.length <= 5 ? 1 : 2
  if (wanted.length < 3 || wanted.length > 60) return undefined
  for (let edits = 1; edits <= most; edits++) {
    const found = candidates.find((candidate) => withinEdits(read(candidate), wanted, edits))
    if (found !== undefined) return found
  }
  return undefined
}
