import type { ConversionApi } from '../../../lib/model/conversion-api.ts'
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
  api: ConversionApi
  /** What the click itself says; what is typed goes before it. */
  click: ClickKeys
  sourceUrl: string
  /** ISO 8601. */
  now: string
  userAgent: string
}

/** The event as it is typed, over what the click says; each field keeps what was typed. */
export function useEvent({ api, click, sourceUrl, now, userAgent }: About) {
  const [read, set] = useDrafts(`event.${api.platform}`)
  const usual: Partial<Record<EventField, string>> = {
    name: api.platform === 'meta' ? 'Lead' : 'SubmitForm',
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
  return { event, field, set: (name: EventField, text: string) => set(name, text) }
}
