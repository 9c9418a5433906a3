import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { PostbackMethod, PostbackTemplate } from '../lib/model/postback.ts'

const EXAMPLE = 'https://tracker.example/postback?cid={clickid}&payout={payout}&status={status}'

interface TemplateFormProps {
  /** The template to change; null for a new one. */
  template: PostbackTemplate | null
  /** No template is kept yet. */
  first: boolean
  onSave(template: PostbackTemplate): void
  onCancel?(): void
}

/** Name, URL and method of a postback template. */
export function TemplateForm({ template, first, onSave, onCancel }: TemplateFormProps) {
  const [name, setName] = useState(template?.name ?? '')
  const [url, setUrl] = useState(template?.url ?? '')
  const [method, setMethod] = useState<PostbackMethod>(template?.method ?? 'GET')
  const field = useRef<HTMLTextAreaElement>(null)
  // Opened by a press, it takes the focus that was on the button; shown from the start, it leaves it alone.
  useLayoutEffect(() => {
    if (onCancel) field.current?.focus()
  }, [])
  const save = (event: SubmitEvent) => {
    event.preventDefault()
    const kept = template ?? { id: crypto.randomUUID(), mapping: {}, values: {} }
    onSave({ ...kept, name: name.trim(), url: url.trim(), method })
  }
  return (
    <form
      class="template-form"
      onSubmit={save}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !onCancel) return
        event.preventDefault()
        onCancel()
      }}
    >
      {first && (
        <p class="panel-lead">
          Report this click to your tracker as a test conversion. Paste the postback URL your tracker gives you; its
          macros, such as {'{clickid}'}, are filled from this click.
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
          onInput={(event) => setUrl(event.currentTarget.value)}
        />
      </label>
      <div class="template-row">
        <label class="template-name">
          Name
          <input
            required
            value={name}
            placeholder="My tracker"
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </label>
        <label>
          Method
          <select value={method} onChange={(event) => setMethod(event.currentTarget.value === 'POST' ? 'POST' : 'GET')}>
            <option>GET</option>
            <option>POST</option>
          </select>
        </label>
        <span class="template-actions">
          {onCancel && (
            <button type="button" class="button" onClick={onCancel}>
              Cancel
            </button>
          )}
          <button type="submit" class="button button-main">
            Save template
          </button>
        </span>
      </div>
    </form>
  )
}
