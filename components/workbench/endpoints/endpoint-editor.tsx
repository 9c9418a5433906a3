import type { Endpoint } from '../../../lib/model/endpoint.ts'
import type { PostbackAttempt } from '../../../lib/model/postback.ts'
import { checkTemplate } from '../../../lib/postback/check.ts'
import { mended } from '../../../lib/postback/checks/problem.ts'
import { presetOf } from '../../../lib/postback/presets/presets.ts'
import { presetOfUrl } from '../../../lib/postback/presets/suggest.ts'
import { buildRequest } from '../../../lib/postback/request/build-request.ts'
import { earlierOfTransaction } from '../../../lib/postback/request/repeated-transaction.ts'
import { requestKey } from '../../../lib/postback/request/request-key.ts'
import { rowsOf, withRows } from '../../../lib/postback/request/rows.ts'
import { clock } from '../../../lib/ui/clock.ts'
import { AttemptList } from '../../attempt-view.tsx'
import { FireBar } from '../../fire-bar.tsx'
import { MacroFields } from '../../macro-fields.tsx'
import { ProblemList } from '../../problem-list.tsx'
import { useFiring } from '../../use-firing.ts'
import { CheckedUrl } from '../checked-url.tsx'
import type { WorkbenchProps } from '../workbench-props.ts'
import { BodyFields } from './body-fields.tsx'
import { EndpointHead } from './endpoint-head.tsx'
import { EndpointSettings } from './endpoint-settings.tsx'
import { RequestOverview } from './request-overview.tsx'
import { RowEditor } from './row-editor.tsx'
import { SecretFields } from './secret-fields.tsx'

interface EndpointEditorProps extends WorkbenchProps {
  endpoint: Endpoint
  onChange(endpoint: Endpoint): void
  onDuplicate(): void
  onDelete(): void
}

/** One endpoint, from its template to what came of it. */
export function EndpointEditor(props: EndpointEditorProps) {
  const { endpoint, click, onChange, onCopy, now } = props
  const path = click.kind === 'path' ? click.path : undefined
  const identifiers = path?.identifiers ?? []
  const preset = presetOf(endpoint.preset) ?? presetOfUrl(endpoint.url)
  const attempts = props.attempts.filter((attempt) => attempt.endpoint?.id === endpoint.id)
  const firing = useFiring(attempts)

  const { request, shown, macros } = buildRequest(endpoint, identifiers)
  const problems = checkTemplate({
    template: endpoint,
    identifiers,
    body: endpoint.method === 'POST' && endpoint.body.type !== 'none' ? endpoint.body.rows : [],
    preset,
    path,
    lifespanDays: endpoint.lifespanDays,
    now: Date.parse(now),
  })
  const [earlier] = earlierOfTransaction(shown, props.attempts, preset)
  const isThisRequest = (attempt: PostbackAttempt) => requestKey(attempt.request) === requestKey(shown)
  const { id, name, secrets, timeoutMs, retries } = endpoint
  const order = {
    request,
    endpoint: { id, name, ...(preset && { preset: preset.id }) },
    secrets,
    timeoutMs,
    retries,
  }
  return (
    <div class="editor">
      <EndpointHead {...props} preset={preset} />
      <CheckedUrl url={endpoint.url} problems={problems} label="Template, with what is wrong marked" />
      <ProblemList problems={problems} onMend={(mend) => onChange(mended(endpoint, mend))} />
      <details class="part" open>
        <summary class="opens">Parameters</summary>
        <RowEditor
          noun="parameter"
          rows={rowsOf(endpoint.url)}
          identifiers={identifiers}
          preset={preset}
          empty={() => ({ name: 'name', value: '' })}
          onChange={(rows) => onChange({ ...endpoint, url: withRows(endpoint.url, rows) })}
        />
      </details>
      <MacroFields
        endpoint={endpoint}
        macros={macros}
        identifiers={identifiers}
        onChange={(changed) => onChange({ ...endpoint, ...changed })}
      />
      <details class="part" open={Object.keys(secrets).length > 0}>
        <summary class="opens">Body, headers, secrets, settings</summary>
        <BodyFields endpoint={endpoint} identifiers={identifiers} preset={preset} onChange={onChange} />
        <SecretFields
          endpoint={endpoint}
          macros={[...new Set(macros.map((macro) => macro.name))]}
          onChange={onChange}
        />
        <EndpointSettings endpoint={endpoint} onChange={onChange} />
      </details>
      <RequestOverview endpoint={endpoint} shown={shown} preset={preset} onChange={onChange} onCopy={onCopy} />
      <FireBar
        request={shown}
        problems={problems}
        doubt={earlier && `This transaction was sent at ${clock(earlier.startedAt)} already: it may be counted twice.`}
        pending={firing.pending}
        refused={firing.refused}
        last={attempts.find(isThisRequest)}
        onFire={() => firing.fire(() => props.onFire(order)).then(() => undefined)}
      />
      <AttemptList attempts={attempts} onCopy={onCopy} />
    </div>
  )
}
