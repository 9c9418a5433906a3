/** Tabs of which something was heard a moment ago. */
export interface Restless {
  /** To be called at each event of a tab. */
  heard(tabId: number): void
  has(tabId: number): boolean
}

/**
 * Runs something for a tab when nothing was heard of it for a while.
 *
 * @param restMs how long it must have been quiet
 */
export function atRest(restMs: number, run: (tabId: number) => void): Restless {
  const waiting = new Map<number, ReturnType<typeof setTimeout>>()
  return {
    heard(tabId) {
      clearTimeout(waiting.get(tabId))
      waiting.set(
        tabId,
        setTimeout(() => {
          waiting.delete(tabId)
          run(tabId)
        }, restMs),
      )
    },
    has: (tabId) => waiting.has(tabId),
  }
}
