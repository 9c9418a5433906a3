/** Milliseconds in words: `3 ms`, `1.2 s`, `2 min 5 s`; a dash where nothing was measured. */
export function duration(ms: number | null): string {
  if (ms === null || !Number.isFinite(ms) || ms < 0) return '–'
  if (ms < 999.5) return `${Math.round(ms)} ms`
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`
  const seconds = Math.round(ms / 1000)
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}

/**
 * Time from a path's first hop to its last answer, in milliseconds; null where the hops carry no times.
 */
export function span(hops: readonly { startedAt: number; durationMs: number | null }[]): number | null {
  const first = hops[0]?.startedAt
  if (first === undefined || !(first > 0)) return null
  return hops.reduce((longest, hop) => Math.max(longest, hop.startedAt + (hop.durationMs ?? 0) - first), 0)
}
