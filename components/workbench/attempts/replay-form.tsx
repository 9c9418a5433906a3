import { useState } from 'preact/hooks'
import type { PostbackAttempt } from '../../../lib/model/postback.ts'
import { presetOf } from '../../../lib/postback/presets/presets.ts'
import { earlierOfTransaction } from '../../../lib/postback/request/repeated-transaction.ts'
import { replayOf } from '../../../lib/postback/request/replay.ts'
import { type ReplayTarget, whyUnfilled } from '../../../lib/postback/request/replay-target.ts'
import { clock } from '../../../lib/ui/clock.ts'
import { visible } from '../../../lib/ui/visible.ts'
import { FireBar } from '../../fire-bar.tsx'
import { Icon } from '../../icon.tsx'
import { useFiring } from '../../use-firing.ts'
import type { Order } from '../workbench-props.ts'

interface ReplayFormProps {
  attempt: PostbackAttempt
  /** Where it went; undefined where that is not kept any more. */
  target: ReplayTarget | undefined
  attempts: readonly PostbackAttempt[]
  onFire(order: Order): Promise<unknown>
  onClose(): void
}

/** An attempt once more, as it was or edited first. */
export function ReplayForm({ attempt, target, attempts, onFire, onClose }: ReplayFormProps) {
  const [request, edit] = useState(attempt.request)
  const firing = useFiring(attempts)
  const wish = { ...request, url: request.url.trim() }
  const replay = replayOf(wish, target)
  const [earlier] = earlierOfTransaction(wish, attempts, presetOf(attempt.endpoint?.preset))
  const fire = () =>
    firing.fire(async () => {
      const { timeoutMs, retries, secrets } = target ?? {}
      await onFire({
        request: replay.request,
        pathId: attempt.pathId,
        ...(attempt.endpoint && { endpoint: attempt.endpoint }),
        ...(secrets && { secrets }),
        ...(timeoutMs !== undefined && { timeoutMs }),
        ...(retries !== undefined && { retries }),
      })
      onClose()
      return undefined
    })
  return (
    <form
      class="replay"
      aria-label="Fire again"
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        // What is asked beside the button is called off first.
        if (event.key === 'Escape' && !event.defaultPrevented) onClose()
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
      {replay.unfilled.length > 0 && (
        <p class="replay-unfilled tone-warning">
          <Icon name="warning" size={14} />
          <span>
            {visible(replay.unfilled.map((name) => `{${name}}`).join(', '))} goes out as this very text.{' '}
            {whyUnfilled(wish.url, attempt.endpoint?.id, target)}
          </span>
        </p>
      )}
      <FireBar
        label="Fire this again"
        request={wish}
        problems={[]}
        doubt={earlier && `This transaction was sent at ${clock(earlier.startedAt)} already: it may be counted twice.`}
        pending={firing.pending}
        refused={firing.refused}
        last={undefined}
        onFire={fire}
      />
      <div class="row">
        <button type="button" class="button" onClick={onClose}>
          Cancel
        </button>
      </div>
    </form>
  )
}
