import * as z from 'zod/mini'
import { RecordedPath } from './click-path.ts'
import { Verdict } from './finding.ts'

/** A path that the user keeps beyond the browser's end, as it is on disk. What is derived of it is derived when it is read. */
export const PinnedPath = z.object({
  /** ISO 8601. */
  pinnedAt: z.string(),
  path: RecordedPath,
})
export type PinnedPath = z.infer<typeof PinnedPath>

/** A pinned path as a line of a list. */
export const PinnedSummary = z.object({
  id: z.string(),
  name: z.optional(z.string()),
  pinnedAt: z.string(),
  startedAt: z.string(),
  hops: z.int(),
  /** URL of the first hop and of the last. */
  from: z.string(),
  to: z.string(),
  verdict: Verdict,
  /** There was no click ID or sub-ID to follow: the verdict proves nothing. */
  bare: z.boolean(),
  /** The verdict in words. */
  sentence: z.string(),
})
export type PinnedSummary = z.infer<typeof PinnedSummary>

/** All pinned paths, the newest first. */
export interface PinnedList {
  paths: PinnedSummary[]
  /** How many more there are that cannot be read. */
  unreadable: number
}
