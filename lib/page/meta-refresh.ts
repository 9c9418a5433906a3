import { readRefresh } from '../recording/refresh.ts'

/** Timers of the page and of its refresh do not share a clock tick. */
const SLACK_MS = 50

/**
 * The meta element that could have begun a navigation to this URL now. A browser lets a refresh come due only when the
 * document is completely loaded and its delay is over (HTML standard, "shared declarative refresh steps"), so a script
 * that goes to the same URL earlier is told apart.
 */
export function dueMetaRefresh(document: Document, url: string, now: number): HTMLMetaElement | undefined {
  if (document.readyState !== 'complete') return undefined
  const [timing] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  const loadedAt = timing?.loadEventStart ?? 0
  return [...document.querySelectorAll<HTMLMetaElement>('meta[http-equiv="refresh" i]')].find((meta) => {
    const refresh = readRefresh(meta.content, document.baseURI)
    return refresh?.url === url && now - loadedAt >= refresh.seconds * 1000 - SLACK_MS
  })
}
