import type { Hop, RecordedPath } from '../../../lib/model/click-path.ts'

/** A hop as a story tells it; all that is left out is what a plain redirect looks like. */
export type ToldHop = string | (Partial<Hop> & { url: string })

const START = Date.UTC(2026, 10, 21, 9, 5, 12)
const TIMES = [182, 46, 71, 118, 240, 33, 97]

/** A recorded click from the hops of a story: the first one typed, redirects after it, a page at the end. */
export function click(...told: ToldHop[]): RecordedPath {
  let clock = START
  const hops = told.map((hop, index): Hop => {
    const durationMs = TIMES[index % TIMES.length] ?? 50
    const plain: Omit<Hop, 'url'> = {
      index,
      cause: index === 0 ? 'typed' : 'http-redirect',
      tabId: 1,
      method: 'GET',
      status: index === told.length - 1 ? 200 : 302,
      error: null,
      fromCache: false,
      startedAt: clock,
      durationMs,
    }
    clock += durationMs
    return { ...plain, ...(typeof hop === 'string' ? { url: hop } : hop) }
  })
  return { id: `click-${hops[0]?.url}`, startedAt: new Date(START).toISOString(), hops }
}

/** A page's own change of its address. */
export const inPage = (url: string): ToldHop => ({ url, cause: 'history', status: null, durationMs: 0 })
