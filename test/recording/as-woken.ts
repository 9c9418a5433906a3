import type { CaptureEvent } from '../../lib/model/capture-event.ts'
import { type Teller, tellerOf } from './teller.ts'

/** When a worker wakes up, and whose events reach it before those that waited for it. */
export interface Waking {
  /** Which event wakes it. */
  at: number
  /** How long it takes to start: what happens meanwhile waits. */
  startMs: number
  /** How long it takes until what waited is handed over: what happens meanwhile is handed over first. */
  directMs: number
  overtaking: readonly Teller[]
}

/**
 * The same events as a worker hears them that was killed, and that one of them wakes.
 *
 * Chromium 156 keeps what happens while a worker starts and hands it over one after the other, none lost. But once a listener is
 * there, what happens next is handed straight to it. Seen of a chain of twelve redirects whose worker was killed after the
 * sixth: `onResponseStarted` of the last, then `onBeforeRedirect` of the sixth and all that had followed, then the commit.
 */
export function asWoken(
  events: readonly CaptureEvent[],
  { at, startMs, directMs, overtaking }: Waking,
): CaptureEvent[] {
  const startedAt = (events[at]?.time ?? 0) + startMs
  const queued = events.slice(at).filter(({ time }) => time <= startedAt)
  const direct = events
    .slice(at)
    .filter(
      (event) => event.time > startedAt && event.time <= startedAt + directMs && overtaking.includes(tellerOf(event)),
    )
  const rest = events.slice(at).filter((event) => !queued.includes(event) && !direct.includes(event))
  return [...events.slice(0, at), ...direct, ...queued, ...rest]
}
