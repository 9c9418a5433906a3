/** A chain of redirects has come to rest when nothing was heard of its tab for this long. */
const REST_MS = 200

/**
 * Runs something for a tab when nothing was heard of it for a while.
 *
 * @returns to be called at each event of a tab
 */
export function atRest(run: (tabId: number) => void): (tabId: number) => void {
  const waiting = new Map<number, ReturnType<typeof setTimeout>>()
  return (tabId) => {
    clearTimeout(waiting.get(tabId))
    waiting.set(
      tabId,
      setTimeout(() => {
        waiting.delete(tabId)
        run(tabId)
      }, REST_MS),
    )
  }
}
