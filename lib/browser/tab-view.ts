import type { PathView } from '../analysis/analysis.ts'
import type { PostbackAttempt, PostbackTemplate } from '../model/postback.ts'

/** What a page of the extension shows of a tab. */
export interface TabView extends Partial<PathView> {
  templates: PostbackTemplate[]
  /** Of this path, newest first. */
  attempts: PostbackAttempt[]
}
