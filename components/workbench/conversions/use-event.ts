import { useLayoutEffect } from 'preact/hooks'
import type { ConversionPlatform } from '../../../lib/model/conversion-api.ts'
import type { ClickKeys, ConversionEvent } from '../../../lib/postback/conversion-apis/conversion-event.ts'
import { PERSON_FIELDS, type Person } from '../../../lib/postback/conversion-apis/person.ts'
import { useDrafts } from '../../drafts.tsx'

/** The fields of an event that a person types. */
export type EventField =
  | 'name'
  | 'at'
  | 'sourceUrl'
  | 'eventId'
  | 'value'
  | 'currency'
  | 'fbc'
  | 'fbp'
  | 'ttclid'
  | 'ttp'
  | (typeof PERSON_FIELDS)[number]

const KEYS = ['fbc', 'fbp', 'ttclid', 'ttp'] as const

interface About {
  platform: ConversionPlatform
  /** Of the path; empty without one. */
  clickId: string
  /** What the click itself says; what is typed goes before it. */
  click: ClickKeys
  sourceUrl: string
  /** ISO 8601. */
  now: string
  userAgent: string
}

export interface EventFieldsState {
  event: ConversionEvent
  field(name: EventField): string
  set(name: EventField, text: string): void
  /** Whether a field holds something else than it would by itself. */
  isTyped(name: EventField): boolean
  /** Back to what the click, or the clock, says. */
  reset(name: EventField): void
  newEventId(): void
}

/**
 * The event as it is typed, over what the click says; each field keeps what was typed. The event ID is made for the click: it
 * stays while the same event is sent again, and another click begins another.
 */
export function useEvent({ platform, clickId, click, sourceUrl, now, userAgent }: About): EventFieldsState {
  const [read, set, forget] = useDrafts(`event.${platform}`)
  const newEventId = () => set('eventId', crypto.randomUUID())
  useLayoutEffect(() => {
    if (read('eventId') !== undefined && read('eventOf') === clickId) return
    newEventId()
    set('eventOf', clickId)
  }, [clickId])
  const usual: Partial<Record<EventField, string>> = {
    name: platform === 'meta' ? 'Lead' : 'SubmitForm',
    at: now.slice(0, 16),
    sourceUrl,
    ...click,
  }
  const field = (name: EventField): string => read(name) ?? usual[name] ?? ''
  const person: Person = Object.fromEntries(PERSON_FIELDS.map((name) => [name, field(name)]))
  const keys: ClickKeys = Object.fromEntries(
    KEYS.map((name) => [name, field(name).trim()] as const).filter(([, value]) => value !== ''),
  )
  const at = Date.parse(read('at') === undefined ? now : `${field('at')}Z`)
  const event: ConversionEvent = {
    name: field('name').trim(),
    at: Number.isNaN(at) ? 0 : at,
    sourceUrl: field('sourceUrl').trim(),
    eventId: field('eventId').trim(),
    value: field('value'),
    currency: field('currency'),
    userAgent,
    click: keys,
    person,
  }
  return {
    event,
    field,
    set,
    isTyped: (name) => read(name) !== undefined && read(name) !== (usual[name] ?? ''),
    reset: forget,
    newEventId,
  }
}
