import { CaptureEvent } from '../model/capture-event.ts'
import { identifyingFields } from './form-body.ts'
import { type Recording, tabOf } from './recording.ts'

/**
 * The storage key of what was heard since the records were last written, in its order. To note an event costs a small
 * write, to write the record that it belongs to a large one: a worker that dies between the two loses nothing.
 */
export const HEARD_KEY = 'rec:heard'

/** What the store holds under that key. An event that cannot be read is left out. */
export function heardIn(items: Record<string, unknown>): CaptureEvent[] {
  const heard = items[HEARD_KEY]
  if (!Array.isArray(heard)) return []
  return heard.flatMap((event) => CaptureEvent.safeParse(event).data ?? [])
}

/** An event as it may be kept: of a form's body only the fields that a record keeps. */
export function toKeep(recording: Recording, event: CaptureEvent): CaptureEvent {
  if (event.type !== 'request-sent' || event.body === undefined) return event
  return { ...event, body: identifyingFields(event.body, tabOf(recording, event.tabId)) }
}
