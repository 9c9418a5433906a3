import * as z from 'zod/mini'
import type { CaptureEvent } from '../model/capture-event.ts'
import { withoutPrivateFields } from './form-body.ts'
import { HEARD_KEY, heardKey, readHeardKey } from './keys.ts'
import { type Recording, tabOf } from './recording.ts'

/*
 * What recording leans on in an event. Whatever else it tells is only kept, and checked when its record is read back.
 */
const told = { tabId: z.number(), time: z.number(), url: z.string() }
const Heard = z.union([
  z.looseObject({
    ...told,
    type: z.enum([
      'navigation-begun',
      'navigation-failed',
      'page-navigates',
      'page-targets',
      'page-inspected',
      'tab-opened',
    ]),
  }),
  z.looseObject({
    ...told,
    type: z.enum(['navigation-committed', 'address-changed']),
    qualifiers: z.array(z.string()),
  }),
  z.looseObject({
    ...told,
    type: z.enum(['request-sent', 'request-redirected', 'response-started', 'request-failed']),
    requestId: z.string(),
  }),
])

const isHeard = (note: unknown): note is CaptureEvent => Heard.safeParse(note).success

/** The notes of a store, by number. */
export interface Noted {
  /** Up to this one the records hold all that they tell. */
  held: number
  /** Up to this one they are taken out. */
  gone: number
  last: number
}

/** What was heard and is in no record yet. */
export interface Heard {
  events: CaptureEvent[]
  noted: Noted
}

/** What the store holds that was only noted, in its order. What cannot be read is left out. */
export function heardIn(items: Record<string, unknown>): Heard {
  const held = Number(items[HEARD_KEY] ?? 0) || 0
  const numbers = Object.keys(items)
    .flatMap((key) => readHeardKey(key) ?? [])
    .sort((a, b) => a - b)
  return {
    events: numbers.filter((number) => number > held).flatMap((number) => eventsIn(items[heardKey(number)])),
    noted: { held, gone: (numbers[0] ?? held + 1) - 1, last: Math.max(held, ...numbers.slice(-1)) },
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
