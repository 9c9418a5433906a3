import { useState } from 'preact/hooks'
import type { Endpoint } from '../../../lib/model/endpoint.ts'

interface SecretFieldsProps {
  endpoint: Endpoint
  /** Macros of the template that could be kept as secrets. */
  macros: readonly string[]
  onChange(endpoint: Endpoint): void
}

const without = (record: Record<string, string>, key: string) =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== key))

/** Tokens and keys: masked, kept on this machine, and in no attempt or export. */
export function SecretFields({ endpoint, macros, onChange }: SecretFieldsProps) {
  const { secrets, values, mapping } = endpoint
  const [shown, show] = useState<string | null>(null)
  const open = macros.filter((name) => !Object.hasOwn(secrets, name))
  return (
    <fieldset class="group">
      <legend>Secrets</legend>
      <p class="soft">A token or key is a macro whose value is kept apart: it is in no attempt, export or evidence.</p>
      {Object.entries(secrets).map(([name, value]) => (
        <div class="secret" key={name}>
          <code>{`{${name}}`}</code>
          <input
            class="bytes"
            {...(shown === name ? { type: 'text' } : { type: 'password' })}
            aria-label={`Secret ${name}`}
            value={value}
            placeholder="not set"
            spellcheck={false}
            autocomplete="off"
            onInput={(event) => onChange({ ...endpoint, secrets: { ...secrets, [name]: event.currentTarget.value } })}
          />
          <button
            type="button"
            class="button"
            aria-pressed={shown === name}
            onClick={() => show(shown === name ? null : name)}
          >
            {shown === name ? 'Hide' : 'Show'}
          </button>
          <button
            type="button"
            class="button"
            onClick={() => onChange({ ...endpoint, secrets: without(secrets, name) })}
          >
            No secret
          </button>
        </div>
      ))}
      {open.length > 0 && (
        <label class="field field-inline">
          Keep as a secret
          <select
            value=""
            onChange={(event) => {
              const name = event.currentTarget.value
              if (name === '') return
              onChange({
                ...endpoint,
                values: without(values, name),
                mapping: without(mapping, name),
                secrets: { ...secrets, [name]: values[name] ?? '' },
              })
            }}
          >
            <option value="">choose a macro …</option>
            {open.map((name) => (
              <option key={name} value={name}>{`{${name}}`}</option>
            ))}
          </select>
        </label>
      )}
    </fieldset>
  )
}
