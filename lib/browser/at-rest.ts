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
  const lastHeard = new Map<number, number>()
  // A timer looks again when its time has come: one set anew at each event would cost more than the event itself.
  const look = (tabId: number) => {
    const left = (lastHeard.get(tabId) ?? 0) + restMs - performance.now()
    if (left > 0) {
      setTimeout(look, left, tabId)
      return
    }
    lastHeard.delete(tabId)
    run(tabId)
  }
  return {
    heard(tabId) {
      if (!lastHeard.has(tabId)) setTimeout(look, restMs, tabId)
      lastHeard.set(tabId, performance.now())
    },
    has: (tabId) => lastHeard.has(tabId),
  }
}
