import type { Endpoint } from '../../../lib/model/endpoint.ts'
import type { Preset } from '../../../lib/postback/presets/preset.ts'
import { NameRow } from '../name-row.tsx'

interface EndpointHeadProps {
  endpoint: Endpoint
  /** Whose postback it is, as far as it is known. */
  preset: Preset | undefined
  onChange(endpoint: Endpoint): void
  onDuplicate(): void
  onDelete(): void
}

const CONFIDENCE: Record<Preset['confidence'], string> = {
  documented: 'documented by its maker',
  'widely-used': 'seen in several public places',
  recalled: 'from memory, no source found',
}

const EXAMPLE = 'https://tracker.example/postback?cid={clickid}&payout={payout}&status={status}'

/** Name, method and URL of an endpoint. What is typed is kept at once. */
export function EndpointHead({ endpoint, preset, onChange, ...actions }: EndpointHeadProps) {
  return (
    <div class="editor-head">
      <NameRow name={endpoint.name} onName={(name) => onChange({ ...endpoint, name })} {...actions}>
        <label class="field">
          Method
          <select
            value={endpoint.method}
            onChange={(event) =>
              onChange({ ...endpoint, method: event.currentTarget.value === 'POST' ? 'POST' : 'GET' })
            }
          >
            <option>GET</option>
            <option>POST</option>
          </select>
        </label>
      </NameRow>
      <label class="field">
        Postback URL, with macros in braces
        <textarea
          class="bytes"
          rows={3}
          value={endpoint.url}
          placeholder={EXAMPLE}
          spellcheck={false}
          autocomplete="off"
          onInput={(event) => onChange({ ...endpoint, url: event.currentTarget.value })}
        />
      </label>
      {preset && (
        <details class="part part-quiet">
          <summary class="opens">
            Known as {preset.name} ({CONFIDENCE[preset.confidence]})
          </summary>
          <ul class="notes">
            {preset.notes?.map((note) => (
              <li key={note}>{note}</li>
            ))}
            <li>Sources: {preset.sources.join(' · ')}</li>
          </ul>
        </details>
      )}
    </div>
  )
}
