import type { CaptureEvent } from '../../lib/model/capture-event.ts'
import { tellerOf } from './teller.ts'

/**
 * The same events in another order of arrival: each is late by so many milliseconds, and none overtakes an earlier one
 * of its own teller, as long as the worker lives (see as-woken.ts).
 *
 * @param lateness for each event; missing ones are on time
 */
export function interleave(events: readonly CaptureEvent[], lateness: readonly number[]): CaptureEvent[] {
  const latest = new Map<string, number>()
  return events
    .map((event, index) => {
      const teller = `${tellerOf(event)} of ${event.tabId}`
      const at = Math.max(event.time + (lateness[index] ?? 0), latest.get(teller) ?? 0)
      latest.set(teller, at)
      return { event, at }
    })
    .sort((a, b) => a.at - b.at)
    .map(({ event }) => event)
}
