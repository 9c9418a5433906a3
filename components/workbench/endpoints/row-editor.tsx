import type { Identifier } from '../../../lib/model/identifier.ts'
import { macrosIn } from '../../../lib/postback/macros.ts'
import { parameterNamed } from '../../../lib/postback/presets/parameters.ts'
import type { Preset } from '../../../lib/postback/presets/preset.ts'
import { cutMiddle } from '../../../lib/ui/cut.ts'
import { visible } from '../../../lib/ui/visible.ts'

/** A parameter as a person edits it, not encoded. */
export interface EditedRow {
  name: string
  value: string
  /** JSON bodies only: the value is JSON itself. */
  raw?: boolean | undefined
}

interface RowEditorProps<Row extends EditedRow> {
  /** What the rows are: `parameter`, `header`. */
  noun: string
  rows: readonly Row[]
  identifiers: readonly Identifier[]
  preset?: Preset | undefined
  /** Rows of a JSON body may hold JSON. */
  json?: boolean
  onChange(rows: Row[]): void
  /** Makes an empty row. */
  empty(): Row
}

const TEXT = 'text'
const MIXED = 'mixed'
/** What nearly every template asks for. */
const USUAL_MACROS = ['clickid', 'payout', 'currency', 'status', 'txid']

/** What a value is: text, one macro and nothing else, or both. */
function kindOf(value: string): string {
  const macros = macrosIn(value)
  const [only] = macros
  if (!only) return TEXT
  return macros.length === 1 && only.raw === value ? only.raw : MIXED
}

/** Parameters, headers or body fields as rows: name, and what fills it: text, a macro, or an ID of the click. */
export function RowEditor<Row extends EditedRow>(props: RowEditorProps<Row>) {
  const { noun, rows, identifiers, preset, json, onChange, empty } = props
  const ids = [...new Set(identifiers.map(({ name }) => name))].filter((name) => macrosIn(`{${name}}`).length === 1)
  const change = (at: number, to: Partial<EditedRow>) =>
    onChange(rows.map((row, index) => (index === at ? { ...row, ...to } : row)))
  return (
    <div class="rows">
      {rows.map((row, at) => {
        const kind = kindOf(row.value)
        const known = preset && parameterNamed(preset, row.name)
        const macros = [...new Set([...USUAL_MACROS, ...(kind !== TEXT && kind !== MIXED ? [kind.slice(1, -1)] : [])])]
        const place = `${noun} ${at + 1}`
        return (
          <div class="rows-row" key={at}>
            <input
              class="bytes"
              aria-label={`Name of ${place}`}
              value={row.name}
              placeholder="name"
              spellcheck={false}
              onInput={(event) => change(at, { name: event.currentTarget.value })}
            />
            <select
              aria-label={`What fills ${place}`}
              value={kind}
              onChange={(event) => {
                const chosen = event.currentTarget.value
                change(at, { value: chosen === TEXT ? '' : chosen })
              }}
            >
              <option value={TEXT}>text</option>
              {kind === MIXED && <option value={MIXED}>text with macros</option>}
              {ids.length > 0 && (
                <optgroup label="ID of this click">
                  {ids.map((name) => (
                    <option key={name} value={`{${name}}`}>
                      {visible(name)}
                    </option>
                  ))}
                </optgroup>
              )}
              <optgroup label="Macro">
                {macros
                  .filter((name) => !ids.includes(name))
                  .map((name) => (
                    <option key={name} value={`{${name}}`}>{`{${name}}`}</option>
                  ))}
              </optgroup>
            </select>
            <input
              class="bytes"
              aria-label={`Value of ${place}`}
              value={row.value}
              placeholder={known?.values?.join(', ') ?? known?.accepts ?? 'value'}
              spellcheck={false}
              onInput={(event) => change(at, { value: event.currentTarget.value })}
            />
            {json && (
              <label class="check" title="The value is a number, true, false, null or an object, and no text">
                <input
                  type="checkbox"
                  checked={row.raw ?? false}
                  aria-label={`Value of ${place} is JSON`}
                  onChange={(event) => change(at, { raw: event.currentTarget.checked })}
                />
                JSON
              </label>
            )}
            <button
              type="button"
              class="button button-sign"
              aria-label={`Remove ${place}${row.name === '' ? '' : `, ${visible(row.name)}`}`}
              title="Remove"
              onClick={() => onChange(rows.filter((_, index) => index !== at))}
            >
              ✕
            </button>
            {known && (known.required || known.note || known.accepts) && (
              <p class="rows-note">
                {known.required ? 'required' : 'optional'}
                {known.accepts ? `: ${known.accepts}` : ''}
                {known.values ? ` (${cutMiddle(known.values.join(', '), 80)})` : ''}
                {known.note ? `; ${known.note}` : ''}
              </p>
            )}
          </div>
        )
      })}
      <button type="button" class="button rows-add" onClick={() => onChange([...rows, empty()])}>
        Add {noun}
      </button>
    </div>
  )
}
