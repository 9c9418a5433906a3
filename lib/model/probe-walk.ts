import type { Hop } from './click-path.ts'

/** A test link of more values is found by the first of them. */
export const MAX_PROBE_VALUES = 100

/** A click on a probe's test link, as far as it is recorded. */
export interface ProbeWalk {
  /** Id of its path. */
  id: string
  /** When the test link was asked for, ISO 8601. */
  openedAt: string
  /** Of the whole path: a page that led to the test link may come first. */
  hops: Hop[]
  /** A navigation is under way: more hops may come. */
  live: boolean
  /** The tab that it ended in is there no more. */
  closed: boolean
}

/** What is recorded of a probe. */
export interface ProbeView {
  /** Newest first. */
  walks: ProbeWalk[]
  /** One of them goes on. */
  live: boolean
  /** Nothing is recorded now. */
  paused: boolean
}
