import type { CaptureEvent } from '../../lib/model/capture-event.ts'

/** Who tells an event: each API has an order of its own for what happens in a tab, and none waits for another. */
function tellerOf({ type, tabId }: CaptureEvent): string {
  if (type.startsWith('page-')) return `the pages of ${tabId}`
  const api = type.startsWith('request-') || type === 'response-started' ? 'webRequest' : 'webNavigation'
  return `${api} of ${tabId}`
}

/**
 * The same events in another order of arrival: each is late by so many milliseconds, and none overtakes an earlier one
 * of its own teller.
 *
 * @param lateness for each event; missing ones are on time
 */
export function interleave(events: readonly CaptureEvent[], lateness: readonly number[]): CaptureEvent[] {
  const latest = new Map<string, number>()
  return events
    .map((event, index) => {
      const teller = tellerOf(event)
      const at = Math.max(event.time + (lateness[index] ?? 0), latest.get(teller) ?? 0)
      latest.set(teller, at)
      return { event, at }
    })
    .sort((a, b) => a.at - b.at)
    .map(({ event }) => event)
}
