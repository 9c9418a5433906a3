import { HEARD_KEY } from '../recording/keys.ts'
import { isDraftKey } from './drafts.ts'

/** What is typed into a field changes nothing of the click, and what is noted is written into its record in a moment. */
const tellsNothing = (key: string) => isDraftKey(key) || key.startsWith(HEARD_KEY)

/** How often a view that waits for a page is made anew. */
const LOOK_AGAIN_MS = 1_000

/** The part of `storage.onChanged` that is used. */
export interface Changes {
  addListener(listener: (changes: Record<string, unknown>) => void): void
  removeListener(listener: (changes: Record<string, unknown>) => void): void
}

/**
 * Shows a view of what is recorded now, and again whenever something stored changes; a burst of changes is shown once.
 *
 * @param ask gives the view as it is now; `live` while a navigation that it tells of is under way
 * @returns a function that ends it: nothing is shown after that
 */
export function watchView<View extends { live?: boolean | undefined }>(
  ask: () => Promise<View>,
  changes: Changes,
  show: (view: View) => void,
  fail: (error: unknown) => void,
): () => void {
  let asking = false
  let stale = false
  let ended = false
  let later: ReturnType<typeof setTimeout> | undefined
  const look = async () => {
    stale = true
    if (asking) return
    asking = true
    while (stale && !ended) {
      stale = false
      try {
        const view = await ask()
        if (ended) return
        show(view)
        clearTimeout(later)
        // A page that never comes changes nothing in the store: its time runs out all the same.
        if (view.live) later = setTimeout(look, LOOK_AGAIN_MS)
      } catch (error) {
        if (!ended) fail(error)
      }
    }
    asking = false
  }
  const heard = (changed: Record<string, unknown>) => {
    if (!Object.keys(changed).every(tellsNothing)) void look()
  }
  changes.addListener(heard)
  void look()
  return () => {
    ended = true
    clearTimeout(later)
    changes.removeListener(heard)
  }
}
