import { useLayoutEffect, useRef } from 'preact/hooks'
import type { PostbackTemplate } from '../lib/model/postback.ts'
import { useDrafts } from './drafts.tsx'
import { FORM_FIELDS } from './popup-fields.ts'

const EXAMPLE = 'https://tracker.example/postback?cid={clickid}&payout={payout}&status={status}'

interface EndpointFormProps {
  /** The endpoint to change; null for a new one. */
  endpoint: PostbackTemplate | null
  /** No endpoint is kept yet. */
  first: boolean
  onSave(endpoint: PostbackTemplate): void
  onCancel?(): void
  onWorkbench(): void
}

/** Name, URL and method of an endpoint. */
export function EndpointForm({ endpoint, first, onSave, onCancel, onWorkbench }: EndpointFormProps) {
  const [typed, type, forget] = useDrafts('popup.form')
  const name = typed('name') ?? endpoint?.name ?? ''
  const url = typed('url') ?? endpoint?.url ?? ''
  const method = (typed('method') ?? endpoint?.method) === 'POST' ? 'POST' : 'GET'
  const field = useRef<HTMLTextAreaElement>(null)
  // Opened by a press, it takes the focus that was on the button; shown from the start, it leaves it alone.
  useLayoutEffect(() => {
    if (onCancel) field.current?.focus()
  }, [])
  const save = (event: SubmitEvent) => {
    event.preventDefault()
    const kept = endpoint ?? { id: crypto.randomUUID(), mapping: {}, values: {} }
    FORM_FIELDS.forEach(forget)
    onSave({ ...kept, name: name.trim(), url: url.trim(), method })
  }
  const cancel =
    onCancel &&
    (() => {
      FORM_FIELDS.forEach(forget)
      onCancel()
    })
  return (
    <form
      class="endpoint-form"
      onSubmit={save}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !cancel) return
        event.preventDefault()
        cancel()
      }}
    >
      {first && (
        <p class="panel-lead">
          Report this click to your tracker as a test conversion. Paste the postback URL your tracker gives you; its
          macros, such as {'{clickid}'}, are filled from this click. Presets of trackers and networks are in the
          workbench.{' '}
          <button type="button" class="button-text" onClick={onWorkbench}>
            Open workbench
          </button>
        </p>
      )}
      <label>
        Postback URL
        <textarea
          ref={field}
          class="bytes"
          rows={3}
          required
          value={url}
          placeholder={EXAMPLE}
          spellcheck={false}
          autocomplete="off"
          onInput={(event) => type('url', event.currentTarget.value)}
        />
      </label>
      <div class="endpoint-row">
        <label class="endpoint-title">
          Name
          <input
            required
            value={name}
            placeholder="My tracker"
            onInput={(event) => type('name', event.currentTarget.value)}
          />
        </label>
        <label>
          Method
          <select value={method} onChange={(event) => type('method', event.currentTarget.value)}>
            <option>GET</option>
            <option>POST</option>
          </select>
        </label>
        <span class="endpoint-actions">
          {cancel && (
            <button type="button" class="button" onClick={cancel}>
              Cancel
            </button>
          )}
          <button type="submit" class="button button-main">
            Save endpoint
          </button>
        </span>
      </div>
    </form>
  )
}
