import type { Reading } from '../identifiers/reading.ts'
import type { RecordedPath } from '../model/click-path.ts'
import type { Finding, Severity } from '../model/finding.ts'
import type { Fate } from './fate.ts'

/** A path as the rules see it: what was recorded, what each hop carries, and what became of each identifier. */
export interface FollowedPath extends RecordedPath {
  /** One for each hop. */
  readings: readonly Reading[]
  /** One for each identifier, in the order in which they appeared. */
  fates: readonly Fate[]
}

/** One thing that can be wrong with a path. Its file bears its id. */
export interface Rule {
  /** Names the failing state. */
  id: string
  /** The severity it has unless the finding says otherwise. */
  severity: Severity
  /** What is wrong, in a few words. */
  title: string
  /** Why it matters to who pays for the clicks. */
  why: string
  /** What to do, in general; a finding says it for its case. */
  fix: string
  check(path: FollowedPath): Finding[]
}
