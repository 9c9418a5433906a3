import * as z from 'zod/mini'
import type { CaptureEvent } from '../model/capture-event.ts'
import { withoutPrivateFields } from './form-body.ts'
import { HEARD_KEY } from './keys.ts'
import { type Recording, tabOf } from './recording.ts'

/*
 * What recording leans on in an event. Whatever else it tells is only kept, and checked when its record is read back.
 */
const Told = z.looseObject({ tabId: z.number(), time: z.number(), url: z.string() })
const Heard = z.union([
  z.extend(Told, {
    type: z.enum([
      'navigation-begun',
      'navigation-failed',
      'page-navigates',
      'page-targets',
      'page-inspected',
      'tab-opened',
    ]),
  }),
  z.extend(Told, { type: z.enum(['navigation-committed', 'address-changed']), qualifiers: z.array(z.string()) }),
  z.extend(Told, {
    type: z.enum(['request-sent', 'request-redirected', 'response-started', 'request-failed']),
    requestId: z.string(),
  }),
])

const isHeard = (note: unknown): note is CaptureEvent => Heard.safeParse(note).success

/** What the store holds that was heard and is in no record yet, in its order. An event that cannot be read is left out. */
export function heardIn(items: Record<string, unknown>): CaptureEvent[] {
  const heard = items[HEARD_KEY]
  return Array.isArray(heard) ? heard.filter(isHeard) : []
}

/** An event as it may be kept: of a form's body only the fields that a record keeps. */
export const toKeep = (recording: Recording, event: CaptureEvent): CaptureEvent =>
  withoutPrivateFields(event, tabOf(recording, event.tabId))
