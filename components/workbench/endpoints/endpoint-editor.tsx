import type { Endpoint } from '../../../lib/model/endpoint.ts'
import type { PostbackAttempt } from '../../../lib/model/postback.ts'
import { fill } from '../../../lib/postback/fill.ts'
import { lint } from '../../../lib/postback/lint.ts'
import { AttemptList } from '../../attempt-view.tsx'
import { FilledUrl } from '../../filled-url.tsx'
import { FireBar } from '../../fire-bar.tsx'
import { MacroFields } from '../../macro-fields.tsx'
import { ProblemList } from '../../problem-list.tsx'
import { useFiring } from '../../use-firing.ts'
import type { WorkbenchProps } from '../workbench-props.ts'
import { EndpointHead } from './endpoint-head.tsx'

interface EndpointEditorProps extends WorkbenchProps {
  endpoint: Endpoint
  onChange(endpoint: Endpoint): void
  onDuplicate(): void
  onDelete(): void
}

/** One endpoint, from its template to what came of it. */
export function EndpointEditor(props: EndpointEditorProps) {
  const { endpoint, click, onChange, onCopy } = props
  const identifiers = click.kind === 'path' ? click.path.identifiers : []
  const attempts = props.attempts.filter((attempt) => attempt.endpoint?.id === endpoint.id)
  const firing = useFiring(attempts)
  const filled = fill(endpoint, identifiers)
  const problems = lint(endpoint, filled, identifiers)
  const request = { method: endpoint.method, url: filled.url }
  const isThisRequest = (attempt: PostbackAttempt) =>
    attempt.request.url === request.url && attempt.request.method === request.method
  const order = { request, endpoint: { id: endpoint.id, name: endpoint.name } }
  return (
    <div class="editor">
      <EndpointHead {...props} />
      <MacroFields
        template={endpoint}
        macros={filled.macros}
        identifiers={identifiers}
        onChange={(template) => onChange({ ...endpoint, ...template })}
      />
      <FilledUrl url={filled.url} onCopy={onCopy} />
      <ProblemList problems={problems} />
      <FireBar
        key={filled.url}
        method={request.method}
        url={request.url}
        problems={problems}
        pending={firing.pending}
        refused={firing.refused}
        last={attempts.find(isThisRequest)}
        onFire={() => firing.fire(() => props.onFire(order))}
      />
      <AttemptList attempts={attempts} onCopy={onCopy} />
    </div>
  )
}
