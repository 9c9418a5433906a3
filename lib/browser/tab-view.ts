import type { PathView } from '../analysis/analysis.ts'
import type { Endpoint } from '../model/endpoint.ts'
import type { PostbackAttempt } from '../model/postback.ts'
import type { Change } from '../ui/change.ts'

/** What a page of the extension shows of a tab. */
export interface TabView extends Partial<PathView> {
  /** The bytes of each of the path's findings. */
  changes?: (Change | null)[]
  /** Nothing is recorded now. */
  paused: boolean
  /** This path is kept beyond the browser's end. */
  pinned: boolean
  endpoints: Endpoint[]
  /** Of this path, newest first. */
  attempts: PostbackAttempt[]
}
