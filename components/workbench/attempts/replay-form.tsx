import { useState } from 'preact/hooks'
import type { Endpoint } from '../../../lib/model/endpoint.ts'
import type { PostbackAttempt, PostbackRequest } from '../../../lib/model/postback.ts'
import { encodeValue, fillText } from '../../../lib/postback/fill.ts'
import { visible } from '../../../lib/ui/visible.ts'
import { useFiring } from '../../use-firing.ts'
import type { Order } from '../workbench-props.ts'

interface ReplayFormProps {
  attempt: PostbackAttempt
  /** Where it went, as it is set now: its secrets go out again. */
  endpoint: Endpoint | undefined
  attempts: readonly PostbackAttempt[]
  onFire(order: Order): Promise<unknown>
  onClose(): void
}

/** Puts an endpoint's secrets where a kept request has their names. */
function withSecrets({ url, headers, body, method }: PostbackRequest, endpoint: Endpoint | undefined): PostbackRequest {
  const filling = { mapping: {}, values: {}, secrets: endpoint?.secrets ?? {} }
  const put = (text: string, encode: (value: string) => string) => fillText(text, filling, [], encode).text
  const json = (value: string) => JSON.stringify(value).slice(1, -1)
  return {
    method,
    url: put(url, encodeValue),
    ...(headers && { headers: headers.map(({ name, value }) => ({ name, value: put(value, String) })) }),
    ...(body && { body: { ...body, text: put(body.text, body.type === 'form' ? encodeValue : json) } }),
  }
}

/** An attempt once more, as it was or edited first. */
export function ReplayForm({ attempt, endpoint, attempts, onFire, onClose }: ReplayFormProps) {
  const [request, edit] = useState(attempt.request)
  const firing = useFiring(attempts)
  const fire = () =>
    firing.fire(async () => {
      const { timeoutMs, retries, secrets } = endpoint ?? {}
      await onFire({
        request: withSecrets({ ...request, url: request.url.trim() }, endpoint),
        ...(attempt.endpoint && { endpoint: attempt.endpoint }),
        ...(secrets && { secrets }),
        ...(timeoutMs !== undefined && { timeoutMs }),
        ...(retries !== undefined && { retries }),
      })
      onClose()
    })
  return (
    <form
      class="replay"
      onSubmit={(event) => {
        event.preventDefault()
        void fire()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <div class="row">
        <label class="field">
          Method
          <select
            value={request.method}
            onChange={(event) => edit({ ...request, method: event.currentTarget.value === 'POST' ? 'POST' : 'GET' })}
          >
            <option>GET</option>
            <option>POST</option>
          </select>
        </label>
        <label class="field field-wide">
          URL to fire again
          <textarea
            class="bytes"
            rows={2}
            value={request.url}
            spellcheck={false}
            onInput={(event) => edit({ ...request, url: event.currentTarget.value })}
          />
        </label>
      </div>
      {request.body && (
        <label class="field">
          Body
          <textarea
            class="bytes"
            rows={3}
            value={request.body.text}
            spellcheck={false}
            onInput={(event) =>
              request.body && edit({ ...request, body: { ...request.body, text: event.currentTarget.value } })
            }
          />
        </label>
      )}
      <div class="row">
        <button type="submit" class="button button-main" disabled={firing.pending}>
          {firing.pending ? 'Firing …' : 'Fire this again'}
        </button>
        <button type="button" class="button" onClick={onClose}>
          Cancel
        </button>
        {firing.refused !== null && <span role="status">Not sent: {visible(firing.refused)}</span>}
      </div>
    </form>
  )
}
