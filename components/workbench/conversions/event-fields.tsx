import type { ComponentChildren } from 'preact'
import type { ConversionPlatform } from '../../../lib/model/conversion-api.ts'
import type { ConversionPlatformKit } from '../../../lib/postback/conversion-apis/conversion-event.ts'
import { PERSON_WORDS } from '../../../lib/postback/conversion-apis/person.ts'
import type { EventField, EventFieldsState } from './use-event.ts'

interface EventFieldsProps {
  platform: ConversionPlatform
  kit: ConversionPlatformKit
  fields: EventFieldsState
}

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
export function EventFields({ platform, kit, fields }: EventFieldsProps) {
  const { field, set, isTyped, reset, newEventId } = fields
  const input = (name: EventField, label: string, beside?: ComponentChildren, isTime = false) => (
    <div class="field-with" key={name}>
      <label class="field">
        {label}
        <input
          {...(isTime ? { type: 'datetime-local' } : { type: 'text' })}
          class="bytes"
          value={field(name)}
          spellcheck={false}
          autocomplete="off"
          onInput={(event) => set(name, event.currentTarget.value)}
        />
      </label>
      {beside}
    </div>
  )
  /** Where something else was typed: back to what the click, or the clock, says. */
  const back = (name: EventField, word: string, label: string) =>
    isTyped(name) && (
      <button type="button" class="button" aria-label={label} onClick={() => reset(name)}>
        {word}
      </button>
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
        {input('at', 'When (UTC)', back('at', 'Now', 'Take the time of now'), true)}
        {input('sourceUrl', 'Page on which it happened', back('sourceUrl', 'Undo', "Take the click's last page"))}
        {input(
          'eventId',
          'Event ID',
          <button type="button" class="button" aria-label="New event ID" onClick={newEventId}>
            New
          </button>,
        )}
        {input('value', 'Value')}
        {input('currency', 'Currency')}
      </fieldset>
      <fieldset class="group fields">
        <legend>The click it belongs to</legend>
        {CLICK[platform].map(([name, label]) => input(name, label, back(name, 'Undo', `Take the click's own ${name}`)))}
      </fieldset>
      <fieldset class="group fields">
        <legend>The customer: normalised and hashed with SHA-256 before it leaves</legend>
        {kit.person.map((name) => input(name, PERSON_WORDS[name]))}
      </fieldset>
    </>
  )
}
