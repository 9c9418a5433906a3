import type { BodyType, Endpoint } from '../../../lib/model/endpoint.ts'
import type { Identifier } from '../../../lib/model/identifier.ts'
import type { Preset } from '../../../lib/postback/presets/preset.ts'
import { headerProblems } from '../../../lib/postback/request/headers.ts'
import { visible } from '../../../lib/ui/visible.ts'
import { RowEditor } from './row-editor.tsx'

interface BodyFieldsProps {
  endpoint: Endpoint
  identifiers: readonly Identifier[]
  preset: Preset | undefined
  onChange(endpoint: Endpoint): void
}

const WORDS: Record<BodyType, string> = {
  none: 'empty: the parameters stay in the URL',
  form: 'a form',
  json: 'JSON',
}

/** The body of a POST, and headers of one's own. */
export function BodyFields({ endpoint, identifiers, preset, onChange }: BodyFieldsProps) {
  const { body, headers, method } = endpoint
  return (
    <>
      {method === 'POST' && (
        <fieldset class="group">
          <legend>Body</legend>
          <label class="field field-inline">
            The body is
            <select
              value={body.type}
              onChange={(event) =>
                onChange({ ...endpoint, body: { ...body, type: event.currentTarget.value as BodyType } })
              }
            >
              {(Object.keys(WORDS) as BodyType[]).map((type) => (
                <option key={type} value={type}>
                  {WORDS[type]}
                </option>
              ))}
            </select>
          </label>
          {body.type !== 'none' && (
            <RowEditor
              noun="body field"
              rows={body.rows}
              identifiers={identifiers}
              preset={preset}
              json={body.type === 'json'}
              empty={() => ({ name: '', value: '' })}
              onChange={(rows) => onChange({ ...endpoint, body: { ...body, rows } })}
            />
          )}
        </fieldset>
      )}
      <fieldset class="group">
        <legend>Headers</legend>
        <RowEditor
          noun="header"
          rows={headers}
          identifiers={identifiers}
          empty={() => ({ name: '', value: '' })}
          onChange={(rows) => onChange({ ...endpoint, headers: rows })}
        />
        {headerProblems(headers).map(({ name, message }, at) => (
          <p key={at} class="group-problem">
            <code>{visible(name === '' ? `Header ${at + 1}` : name)}</code> {message}
          </p>
        ))}
      </fieldset>
    </>
  )
}
