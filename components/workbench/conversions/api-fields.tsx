import { useState } from 'preact/hooks'
import type { ConversionApi } from '../../../lib/model/conversion-api.ts'
import { NameRow } from '../name-row.tsx'

interface ApiFieldsProps {
  api: ConversionApi
  onChange(api: ConversionApi): void
  onDuplicate(): void
  onDelete(): void
}

const FIELDS: readonly [key: 'pixelId' | 'testEventCode' | 'baseUrl' | 'apiVersion', label: string][] = [
  ['pixelId', 'Pixel or data set'],
  ['testEventCode', 'Test event code'],
  ['baseUrl', 'Base URL'],
  ['apiVersion', 'API version'],
]

/** How a pixel or data set is reached. What is typed is kept at once; the token on this machine alone. */
export function ApiFields({ api, onChange, ...actions }: ApiFieldsProps) {
  const [shown, show] = useState(false)
  return (
    <>
      <NameRow name={api.name} onName={(name) => onChange({ ...api, name })} {...actions} />
      <fieldset class="group fields">
        <legend>Where it goes</legend>
        {FIELDS.map(([key, label]) => (
          <label class="field" key={key}>
            {label}
            <input
              class="bytes"
              value={api[key]}
              placeholder={key === 'testEventCode' ? 'TEST12345' : ''}
              spellcheck={false}
              autocomplete="off"
              onInput={(event) => onChange({ ...api, [key]: event.currentTarget.value })}
            />
          </label>
        ))}
        <div class="field-with">
          <label class="field">
            Access token
            <input
              class="bytes"
              {...(shown ? { type: 'text' } : { type: 'password' })}
              value={api.token}
              placeholder="not set"
              spellcheck={false}
              autocomplete="off"
              onInput={(event) => onChange({ ...api, token: event.currentTarget.value })}
            />
          </label>
          <button
            type="button"
            class="button"
            aria-label="Show access token"
            aria-pressed={shown}
            onClick={() => show(!shown)}
          >
            {shown ? 'Hide' : 'Show'}
          </button>
        </div>
      </fieldset>
    </>
  )
}
