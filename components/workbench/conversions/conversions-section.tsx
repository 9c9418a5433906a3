import { useEffect, useState } from 'preact/hooks'
import type { ConversionApi, ConversionPlatform } from '../../../lib/model/conversion-api.ts'
import type { PostbackRequest } from '../../../lib/model/postback.ts'
import { clickKeysOf } from '../../../lib/postback/conversion-apis/click-keys.ts'
import { CONVERSION_APIS } from '../../../lib/postback/conversion-apis/registry.ts'
import { asEndpoint, tokenOf } from '../../../lib/postback/conversion-apis/saved-api.ts'
import { redact } from '../../../lib/postback/secrets.ts'
import { visible } from '../../../lib/ui/visible.ts'
import { AttemptList } from '../../attempt-view.tsx'
import { useDraft } from '../../drafts.tsx'
import { Icon } from '../../icon.tsx'
import { useFiring } from '../../use-firing.ts'
import type { WorkbenchProps } from '../workbench-props.ts'
import { ApiAnswer } from './api-answer.tsx'
import { ApiFields } from './api-fields.tsx'
import { sha256 } from './digest.ts'
import { EventFields } from './event-fields.tsx'
import { useEvent } from './use-event.ts'

const PLATFORMS: readonly ConversionPlatform[] = ['meta', 'tiktok']

/** What is there before anything was set. */
const blankApi = (platform: ConversionPlatform): ConversionApi => ({
  id: platform,
  name: CONVERSION_APIS[platform].name,
  platform,
  ...CONVERSION_APIS[platform].defaults,
  pixelId: '',
  token: '',
  testEventCode: '',
})

/** A test event for an ad platform's conversions API, made of the current click. */
export function ConversionsSection(props: WorkbenchProps) {
  const [chosen, choose] = useDraft('conversions.platform', 'meta')
  const platform = PLATFORMS.find((each) => each === chosen) ?? 'meta'
  return (
    <div class="conversions">
      <label class="field field-inline">
        Platform
        <select value={platform} onChange={(event) => choose(event.currentTarget.value)}>
          {PLATFORMS.map((each) => (
            <option key={each} value={each}>
              {CONVERSION_APIS[each].name}
            </option>
          ))}
        </select>
      </label>
      <ApiEvent key={platform} {...props} platform={platform} />
    </div>
  )
}

function ApiEvent({ platform, ...props }: WorkbenchProps & { platform: ConversionPlatform }) {
  const kit = CONVERSION_APIS[platform]
  const [edited, edit] = useState<ConversionApi | null>(null)
  const api = edited ?? props.apis.find(({ id }) => id === platform) ?? blankApi(platform)
  const path = props.click.kind === 'path' ? props.click.path : undefined
  const { event, field, set } = useEvent({
    api,
    click: path ? clickKeysOf(path) : {},
    sourceUrl: path?.hops.at(-1)?.url ?? '',
    now: props.now,
    userAgent: navigator.userAgent,
  })
  const attempts = props.attempts.filter((attempt) => attempt.endpoint?.id === asEndpoint(api).id)
  const [newest] = attempts
  const firing = useFiring(attempts)
  const [request, build] = useState<PostbackRequest | null>(null)
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
  const shown = request ? redact(JSON.stringify(parsed(request.body?.text ?? ''), null, 2), secrets) : ''
  const fire = () =>
    firing.fire(async () => {
      const built = await kit.build(api, event, sha256)
      await props.onFire({ request: built, endpoint: asEndpoint(api), secrets })
    })
  const blocked = problems.some(({ severity }) => severity === 'error')
  return (
    <div class="editor">
      <ApiFields
        api={api}
        onChange={(changed) => {
          edit(changed)
          props.onSaveApi(changed)
        }}
      />
      <EventFields platform={platform} kit={kit} field={field} set={set} />
      <ul class="problems" aria-label="Problems before sending">
        {problems.map(({ severity, message }) => (
          <li key={message} class={`problem tone-${severity}`}>
            <Icon name={severity} size={14} />
            <span>{message}</span>
          </li>
        ))}
      </ul>
      <details class="part">
        <summary class="opens">What will be sent</summary>
        <p class="bytes">POST {visible(redact(request?.url ?? '', secrets))}</p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
        <section class="answer-text" aria-label="Payload" tabIndex={0}>
          <pre>{shown}</pre>
        </section>
      </details>
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

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
