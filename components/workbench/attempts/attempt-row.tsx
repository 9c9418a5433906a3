import { useState } from 'preact/hooks'
import type { PostbackAttempt } from '../../../lib/model/postback.ts'
import { replayTarget } from '../../../lib/postback/request/replay-target.ts'
import { cutMiddle } from '../../../lib/ui/cut.ts'
import { urlParts } from '../../../lib/ui/url-parts.ts'
import { AttemptView } from '../../attempt-view.tsx'
import type { WorkbenchProps } from '../workbench-props.ts'
import { PartnerNote } from './partner-note.tsx'
import { ReplayForm } from './replay-form.tsx'

/** One attempt among all: where it went, what came of it, what the partner says, and once more. */
export function AttemptRow({ attempt, ...props }: WorkbenchProps & { attempt: PostbackAttempt }) {
  const [replaying, replay] = useState(false)
  const { endpoint, request, confirmation } = attempt
  const target = replayTarget(endpoint?.id, props)
  const name = target?.name ?? endpoint?.name ?? ''
  return (
    <li class="attempt-row">
      <p class="attempt-where">
        <strong>{cutMiddle(name === '' ? 'No endpoint' : name, 40)}</strong>
        <span class="bytes">
          {request.method} {cutMiddle(urlParts(request.url).host, 40)}
        </span>
        <time dateTime={attempt.startedAt}>{attempt.startedAt.slice(0, 10)}</time>
        {confirmation && (
          <span class="tag">
            {confirmation.word === 'counted'
              ? 'counted'
              : confirmation.word === 'not-counted'
                ? 'not counted'
                : 'asked'}
          </span>
        )}
        <button type="button" class="button-text" aria-expanded={replaying} onClick={() => replay(!replaying)}>
          Fire again …
        </button>
      </p>
      {replaying && (
        <ReplayForm
          attempt={attempt}
          target={target}
          attempts={props.attempts}
          onFire={props.onFire}
          onClose={() => replay(false)}
        />
      )}
      <AttemptView attempt={attempt} newest={false} onCopy={props.onCopy}>
        <PartnerNote key={confirmation?.at ?? ''} attempt={attempt} now={props.now} onConfirm={props.onConfirm} />
      </AttemptView>
    </li>
  )
}
