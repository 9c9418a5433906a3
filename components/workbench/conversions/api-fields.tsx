import type { ConversionApi } from '../../../lib/model/conversion-api.ts'

interface ApiFieldsProps {
  api: ConversionApi
  onChange(api: ConversionApi): void
}

const FIELDS: readonly [key: 'name' | 'pixelId' | 'testEventCode' | 'baseUrl' | 'apiVersion', label: string][] = [
  ['name', 'Name'],
  ['pixelId', 'Pixel or data set'],
  ['testEventCode', 'Test event code'],
  ['baseUrl', 'Base URL'],
  ['apiVersion', 'API version'],
]

/** How a conversions API is reached. What is typed is kept at once; the token on this machine alone. */
export function ApiFields({ api, onChange }: ApiFieldsProps) {
  return (
    <fieldset class="group fields">
      <legend>Where it goes</legend>
      {FIELDS.map(([key, label]) => (
        <label class="field" key={key}>
          {label}
          <input
            class={key === 'name' ? '' : 'bytes'}
            value={api[key]}
            placeholder={key === 'testEventCode' ? 'TEST12345' : ''}
            spellcheck={false}
            autocomplete="off"
            onInput={(event) => onChange({ ...api, [key]: event.currentTarget.value })}
          />
        </label>
      ))}
      <label class="field">
        Access token
        <input
          class="bytes"
          type="password"
          value={api.token}
          placeholder="not set"
          autocomplete="off"
          onInput={(event) => onChange({ ...api, token: event.currentTarget.value })}
        />
      </label>
    </fieldset>
  )
}
