interface Row {
  name: string
  value: string
}

interface TokenRowsProps {
  rows: readonly Row[]
  /** Macros that the platform replaces, as it spells them. */
  tokens: readonly string[]
  onChange(rows: Row[]): void
}

/** Tags as rows; the platform's macros are put in with a choice. */
export function TokenRows({ rows, tokens, onChange }: TokenRowsProps) {
  const change = (at: number, to: Partial<Row>) =>
    onChange(rows.map((row, index) => (index === at ? { ...row, ...to } : row)))
  return (
    <div class="rows">
      {rows.map((row, at) => (
        <div class="rows-row" key={at}>
          <input
            class="bytes"
            aria-label={`Name of tag ${at + 1}`}
            value={row.name}
            spellcheck={false}
            onInput={(event) => change(at, { name: event.currentTarget.value })}
          />
          <select
            aria-label={`Macro for tag ${at + 1}`}
            value={tokens.includes(row.value) ? row.value : ''}
            onChange={(event) => change(at, { value: event.currentTarget.value })}
          >
            <option value="">text</option>
            {tokens.map((token) => (
              <option key={token}>{token}</option>
            ))}
          </select>
          <input
            class="bytes"
            aria-label={`Value of tag ${at + 1}`}
            value={row.value}
            spellcheck={false}
            onInput={(event) => change(at, { value: event.currentTarget.value })}
          />
          <button
            type="button"
            class="button button-sign"
            aria-label={`Remove tag ${at + 1}`}
            title="Remove"
            onClick={() => onChange(rows.filter((_, index) => index !== at))}
          >
            ✕
          </button>
        </div>
      ))}
      <button type="button" class="button rows-add" onClick={() => onChange([...rows, { name: '', value: '' }])}>
        Add tag
      </button>
    </div>
  )
}
