import type { ConversionPlatform } from '../../../lib/model/conversion-api.ts'
import type { ConversionPlatformKit } from '../../../lib/postback/conversion-apis/conversion-event.ts'
import { PERSON_FIELDS, PERSON_WORDS } from '../../../lib/postback/conversion-apis/person.ts'
import type { EventField } from './use-event.ts'

interface EventFieldsProps {
  platform: ConversionPlatform
  kit: ConversionPlatformKit
  field(name: EventField): string
  set(name: EventField, text: string): void
}

const ABOUT: readonly [name: EventField, label: string][] = [
  ['sourceUrl', 'Page on which it happened'],
  ['eventId', 'Event ID'],
  ['value', 'Value'],
  ['currency', 'Currency'],
]
const CLICK: Record<ConversionPlatform, readonly [name: EventField, label: string][]> = {
  meta: [
    ['fbc', 'fbc (from the fbclid)'],
    ['fbp', 'fbp (cookie _fbp)'],
  ],
  tiktok: [
    ['ttclid', 'ttclid'],
    ['ttp', 'ttp (cookie _ttp)'],
  ],
}

/** The event: what happened, to which click it belongs, and whom. */
export function EventFields({ platform, kit, field, set }: EventFieldsProps) {
  const input = ([name, label]: readonly [EventField, string], type: 'text' | 'datetime-local' = 'text') => (
    <label class="field" key={name}>
      {label}
      <input
        {...(type === 'text' ? { type } : { type })}
        class="bytes"
        value={field(name)}
        spellcheck={false}
        autocomplete="off"
        onInput={(event) => set(name, event.currentTarget.value)}
      />
    </label>
  )
  return (
    <>
      <fieldset class="group fields">
        <legend>What happened</legend>
        <label class="field">
          Event
          <select value={field('name')} onChange={(event) => set('name', event.currentTarget.value)}>
            {kit.events.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        {input(['at', 'When (UTC)'], 'datetime-local')}
        {ABOUT.map((one) => input(one))}
      </fieldset>
      <fieldset class="group fields">
        <legend>The click it belongs to</legend>
        {CLICK[platform].map((one) => input(one))}
      </fieldset>
      <fieldset class="group fields">
        <legend>The customer: normalised and hashed with SHA-256 before it leaves</legend>
        {PERSON_FIELDS.map((name) => input([name, PERSON_WORDS[name]]))}
      </fieldset>
    </>
  )
}
