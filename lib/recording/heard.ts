import { CaptureEvent } from '../model/capture-event.ts'
import { withoutPrivateFields } from './form-body.ts'
import { HEARD_KEY } from './keys.ts'
import { type Recording, tabOf } from './recording.ts'

/** What the store holds that was heard and is in no record yet, in its order. An event that cannot be read is left out. */
export function heardIn(items: Record<string, unknown>): CaptureEvent[] {
  const heard = items[HEARD_KEY]
  if (!Array.isArray(heard)) return []
  return heard.flatMap((event) => CaptureEvent.safeParse(event).data ?? [])
}

/** An event as it may be kept: of a form's body only the fields that a record keeps. */
export const toKeep = (recording: Recording, event: CaptureEvent): CaptureEvent =>
  withoutPrivateFields(event, tabOf(recording, event.tabId))
