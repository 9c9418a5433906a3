import { clock } from '../../../lib/ui/clock.ts'
import { cutMiddle } from '../../../lib/ui/cut.ts'
import { visible } from '../../../lib/ui/visible.ts'
import type { WorkbenchProps } from '../workbench-props.ts'

interface UrlChoiceProps extends Pick<WorkbenchProps, 'endpoints' | 'attempts'> {
  label: string
  value: string
  /** Offers endpoints beside attempts. */
  templates?: boolean
  onInput(url: string): void
}

const OFFERED = 30

/** A URL: pasted, or taken from an endpoint or an attempt. */
export function UrlChoice({ label, value, endpoints, attempts, templates, onInput }: UrlChoiceProps) {
  return (
    <div class="url-choice">
      <label class="field">
        {label}
        <textarea
          class="bytes"
          rows={4}
          value={value}
          spellcheck={false}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      </label>
      <label class="field">
        <span class="unseen">{label}: </span>or take it from
        <select
          value=""
          onChange={(event) => {
            onInput(event.currentTarget.value)
            event.currentTarget.value = ''
          }}
        >
          <option value="">choose …</option>
          {templates && (
            <optgroup label="Endpoints">
              {endpoints.map(({ id, name, url }) => (
                <option key={id} value={url}>
                  {visible(name === '' ? 'Unnamed' : name)}
                </option>
              ))}
            </optgroup>
          )}
          <optgroup label="Attempts">
            {attempts.slice(0, OFFERED).map(({ id, startedAt, request, endpoint }) => (
              <option key={id} value={request.url}>
                {clock(startedAt)} {visible(endpoint?.name ?? '')} {cutMiddle(request.url, 60)}
              </option>
            ))}
          </optgroup>
        </select>
      </label>
    </div>
  )
}
