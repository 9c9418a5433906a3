import type { Identifier } from '../lib/model/identifier.ts'
import type { PostbackTemplate } from '../lib/model/postback.ts'
import type { FilledMacro } from '../lib/postback/fill.ts'
import { cutMiddle } from '../lib/ui/cut.ts'
import { visible } from '../lib/ui/visible.ts'

interface MacroFieldsProps {
  endpoint: PostbackTemplate
  macros: readonly FilledMacro[]
  identifiers: readonly Identifier[]
  onChange(endpoint: PostbackTemplate): void
}

const TEXT = 'text'
const OPEN = 'open'
const ID = 'id '

const without = (record: Record<string, string>, key: string) =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== key))

/** Endpoint in which a macro is filled from an identifier, or, with `name` null, from typed text. */
function mapped(endpoint: PostbackTemplate, macro: string, name: string | null, text: string): PostbackTemplate {
  const mapping = without(endpoint.mapping, macro)
  const values = without(endpoint.values, macro)
  return name === null
    ? { ...endpoint, mapping, values: { ...values, [macro]: text } }
    : { ...endpoint, values, mapping: { ...mapping, [macro]: name } }
}

/** Each macro of the endpoint with what fills it: one of the click's identifiers, or text. */
export function MacroFields({ endpoint, macros, identifiers, onChange }: MacroFieldsProps) {
  // A secret is kept apart from the endpoint, and not shown with it.
  const asked = macros.filter(({ source }) => source?.kind !== 'secret')
  const unique = [...new Map(asked.map((macro) => [macro.name, macro])).values()]
  const choices = [...new Map(identifiers.map((identifier) => [identifier.name, identifier])).values()]
  if (unique.length === 0) return null
  return (
    <fieldset class="macros">
      <legend>What fills each macro</legend>
      {unique.map(({ name, source, value }) => {
        const chosen = source === null ? OPEN : source.kind === 'identifier' ? ID + source.name : TEXT
        const unknown = source?.kind === 'identifier' && !choices.some((choice) => choice.name === source.name)
        return (
          <div class="macro" key={name}>
            <code class="macro-name">
              <bdi>{`{${cutMiddle(name, 24)}}`}</bdi>
            </code>
            <select
              aria-label={`What fills ${name}`}
              value={chosen}
              onChange={(event) => {
                const choice = event.currentTarget.value
                const from = choice.startsWith(ID) ? choice.slice(ID.length) : null
                onChange(mapped(endpoint, name, from, ''))
              }}
            >
              {source === null && (
                <option value={OPEN} disabled>
                  choose …
                </option>
              )}
              {unknown && <option value={chosen}>{visible(source.name)} (not in this click)</option>}
              {choices.map((choice) => (
                <option key={choice.name} value={ID + choice.name}>
                  {visible(choice.name)}
                </option>
              ))}
              <option value={TEXT}>typed text</option>
            </select>
            {source?.kind === 'identifier' ? (
              <bdi class="macro-value bytes" title={visible(value ?? '')}>
                {cutMiddle(value ?? '', 34)}
              </bdi>
            ) : (
              <input
                class="bytes"
                aria-label={`Text for ${name}`}
                placeholder={source === null ? 'nothing fills it yet' : 'empty'}
                value={value ?? ''}
                spellcheck={false}
                onInput={(event) => onChange(mapped(endpoint, name, null, event.currentTarget.value))}
              />
            )}
          </div>
        )
      })}
    </fieldset>
  )
}
