import * as z from 'zod/mini'
import type { CaptureEvent } from '../model/capture-event.ts'
import { withoutPrivateFields } from './form-body.ts'
import { HEARD_KEY, heardKey } from './keys.ts'
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

/** What was heard and is in no record yet. */
export interface Heard {
  events: CaptureEvent[]
  /** The numbers of the notes: up to which the records hold what they tell, up to which they are gone, and the last. */
  noted: { held: number; gone: number; last: number }
}

/** What the store holds that was only noted, in its order. What cannot be read is left out. */
export function heardIn(items: Record<string, unknown>): Heard {
  const held = Number(items[HEARD_KEY] ?? 0) || 0
  const numbers = Object.keys(items)
    .filter((key) => key.startsWith(heardKey('')))
    .map((key) => Number(key.slice(heardKey('').length)))
    .sort((a, b) => a - b)
  return {
    events: numbers.filter((number) => number > held).flatMap((number) => eventsIn(items[heardKey(number)])),
    noted: { held, gone: (numbers[0] ?? held + 1) - 1, last: numbers.at(-1) ?? held },
  }
}

function eventsIn(note: unknown): CaptureEvent[] {
  try {
    return [JSON.parse(String(note))].flat().filter(isHeard)
  } catch {
    return []
  }
}

/** An event as it may be kept: of a form's body only the fields that a record keeps. */
export const toKeep = (recording: Recording, event: CaptureEvent): CaptureEvent =>
  withoutPrivateFields(event, tabOf(recording, event.tabId))
