import { useEffect, useState } from 'preact/hooks'
import type { ConversionApi } from '../../../lib/model/conversion-api.ts'
import type { PostbackRequest } from '../../../lib/model/postback.ts'
import { clickKeysOf } from '../../../lib/postback/conversion-apis/click-keys.ts'
import { earlierOfEvent } from '../../../lib/postback/conversion-apis/earlier-event.ts'
import { CONVERSION_APIS } from '../../../lib/postback/conversion-apis/registry.ts'
import { asEndpoint, tokenOf } from '../../../lib/postback/conversion-apis/saved-api.ts'
import { clock } from '../../../lib/ui/clock.ts'
import { visible } from '../../../lib/ui/visible.ts'
import { AttemptList } from '../../attempt-view.tsx'
import { Icon } from '../../icon.tsx'
import { useFiring } from '../../use-firing.ts'
import type { WorkbenchProps } from '../workbench-props.ts'
import { ApiAnswer } from './api-answer.tsx'
import { ApiFields } from './api-fields.tsx'
import { sha256 } from './digest.ts'
import { EventFields } from './event-fields.tsx'
import { Payload } from './payload.tsx'
import { useEvent } from './use-event.ts'

interface ApiEventProps extends WorkbenchProps {
  api: ConversionApi
  onChange(api: ConversionApi): void
  onDuplicate(): void
  onDelete(): void
}

/** A test event for one pixel or data set: set up, filled, checked, sent, and what the platform says to it. */
export function ApiEvent({ api, onChange, onDuplicate, onDelete, ...props }: ApiEventProps) {
  const kit = CONVERSION_APIS[api.platform]
  const path = props.click.kind === 'path' ? props.click.path : undefined
  const fields = useEvent({
    platform: api.platform,
    clickId: path?.id ?? '',
    click: path ? clickKeysOf(path) : {},
    sourceUrl: path?.hops.at(-1)?.url ?? '',
    now: props.now,
    userAgent: navigator.userAgent,
  })
  const { event } = fields
  const endpoint = asEndpoint(api)
  const attempts = props.attempts.filter((attempt) => attempt.endpoint?.id === endpoint.id)
  const [newest] = attempts
  const firing = useFiring(attempts)
  const [request, build] = useState<PostbackRequest | null>(null)
  const earlier = earlierOfEvent(event, attempts)
  const problems = kit.check(api, event, Date.parse(props.now))
  const wish = JSON.stringify([api, event])
  useEffect(() => {
    let stale = false
    void kit.build(api, event, sha256).then((built) => stale || build(built))
    return () => {
      stale = true
    }
  }, [wish])
  const { secrets } = tokenOf(api)
  const fire = () =>
    firing.fire(async () => {
      await props.onFire({ request: await kit.build(api, event, sha256), endpoint, secrets })
    })
  const blocked = problems.some(({ severity }) => severity === 'error')
  return (
    <div class="editor">
      <ApiFields api={api} onChange={onChange} onDuplicate={onDuplicate} onDelete={onDelete} />
      <EventFields platform={api.platform} kit={kit} fields={fields} />
      <ul class="problems" aria-label="Problems before sending">
        {earlier && (
          <li class="problem tone-warning">
            <Icon name="warning" size={14} />
            <span>
              This event was sent at {clock(earlier.startedAt)} with the same event ID: the platform counts both as one.
              A new ID makes it another.
            </span>
          </li>
        )}
        {problems.map(({ severity, message }) => (
          <li key={message} class={`problem tone-${severity}`}>
            <Icon name={severity} size={14} />
            <span>{message}</span>
          </li>
        ))}
      </ul>
      {request && <Payload request={request} secrets={secrets} onCopy={props.onCopy} />}
      <div class="row">
        <button
          type="button"
          class="button button-main button-fire"
          disabled={blocked || firing.pending}
          onClick={fire}
        >
          {firing.pending ? 'Sending …' : 'Send test event'}
        </button>
        <span role="status" class="soft">
          {firing.refused !== null
            ? `Not sent: ${visible(firing.refused)}`
            : blocked
              ? 'Mend the errors above first.'
              : 'The token goes along, and is in no attempt or export.'}
        </span>
      </div>
      {newest && <ApiAnswer attempt={newest} kit={kit} onCopy={props.onCopy} />}
      <AttemptList attempts={attempts} onCopy={props.onCopy} />
    </div>
  )
}
