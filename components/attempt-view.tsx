import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { PostbackAttempt } from '../lib/model/postback.ts'
import type { Span } from '../lib/postback/checks/problem.ts'
import { explain } from '../lib/postback/explain.ts'
import { clock } from '../lib/ui/clock.ts'
import { count } from '../lib/ui/count.ts'
import { duration } from '../lib/ui/duration.ts'
import { visible } from '../lib/ui/visible.ts'
import { CopyButton } from './copy-button.tsx'
import { CutValue } from './cut-value.tsx'
import { Icon, TONE_ICONS } from './icon.tsx'
import { MarkedText } from './marked-text.tsx'
import { MoreList } from './more-list.tsx'
import { ScrollRegion } from './scroll-region.tsx'
import { ToldText } from './told-text.tsx'

type OnCopy = (text: string) => Promise<void>
/** Text of a body that is put on the page at once. */
const BODY = 20_000

function Answer({ attempt, mark, onCopy }: { attempt: PostbackAttempt; mark: Span | null; onCopy: OnCopy }) {
  const { request, redirects = [], earlierTries = [], response, failure } = attempt
  return (
    <div class="answer">
      <dl class="facts">
        <div>
          <dt>Sent</dt>
          <dd>
            {request.method} <CutValue text={request.url} length={160} what="sent URL" />
          </dd>
        </div>
        {request.body && (
          <div>
            <dt>With body</dt>
            <dd>
              <CutValue text={request.body.text} length={160} what="sent body" />
            </dd>
          </div>
        )}
        {earlierTries.map(({ status, failure: failed, durationMs }, at) => (
          <div key={at}>
            <dt>Try {at + 1}</dt>
            <dd>
              {status === null ? visible(failed?.message ?? 'no answer') : `answered ${status}`} after{' '}
              {duration(durationMs)}
            </dd>
          </div>
        ))}
        {redirects.map(({ status, to }, at) => (
          <div key={at}>
            <dt>Redirect {status}</dt>
            <dd>
              to <CutValue text={to} length={160} what="redirect" />
            </dd>
          </div>
        ))}
        {response && redirects.length === 0 && response.finalUrl !== request.url && (
          <div>
            <dt>Answered by</dt>
            <dd>
              <CutValue text={response.finalUrl} length={160} what="final URL" />
            </dd>
          </div>
        )}
        {failure && (
          <div>
            <dt>Browser said</dt>
            <dd class="bytes">{visible(failure.message)}</dd>
          </div>
        )}
      </dl>
      {response && (
        <>
          <div class="answer-body">
            <p class="answer-label">
              Body{response.bodyTruncated ? ' (cut at 64 KiB)' : ''}
              {response.body !== '' && <CopyButton text={response.body} label="Copy body" onCopy={onCopy} />}
            </p>
            <ScrollRegion class="answer-text" label="Body">
              <pre>
                {response.body === '' ? '(empty)' : <MarkedText text={response.body.slice(0, BODY)} span={mark} />}
              </pre>
            </ScrollRegion>
          </div>
          {response.headers.length > 0 && (
            <details class="answer-headers">
              <summary>{count(response.headers.length, 'header')}</summary>
              <dl class="facts">
                {response.headers.slice(0, 100).map(({ name, value }, at) => (
                  <div key={at}>
                    <dt>{visible(name)}</dt>
                    <dd class="bytes">{visible(value.slice(0, 2000))}</dd>
                  </div>
                ))}
              </dl>
            </details>
          )}
        </>
      )}
    </div>
  )
}

/** One attempt: what came of it in plain words, then what was sent and what came back. */
export function AttemptView({
  attempt,
  newest,
  onCopy,
  children,
}: {
  attempt: PostbackAttempt
  newest: boolean
  onCopy: OnCopy
  /** What else there is to it, beneath. */
  children?: ComponentChildren
}) {
  const { tone, title, detail, next, mark } = explain(attempt)
  // A body can be long, and most stay closed.
  const [opened, open] = useState(newest)
  const status = attempt.response ? `${attempt.response.status} · ` : ''
  const time = attempt.durationMs === null ? 'under way' : duration(attempt.durationMs)
  return (
    <details
      class={`card attempt tone-${TONE_ICONS[tone]}`}
      open={newest}
      onToggle={(event) => event.currentTarget.open && open(true)}
    >
      <summary class="opens">
        <Icon name={TONE_ICONS[tone]} />
        <span class="card-title">
          <ToldText text={title} />
        </span>
        <span class="card-meta">
          {status}
          {time} · {clock(attempt.startedAt)}
        </span>
      </summary>
      {opened && (
        <>
          <p class="attempt-detail">
            <ToldText text={detail} />
          </p>
          {next && (
            <p class="attempt-next">
              <ToldText text={next} />
            </p>
          )}
          <Answer attempt={attempt} mark={mark} onCopy={onCopy} />
          {children}
        </>
      )}
    </details>
  )
}

/** Every attempt of this click, newest first; the newest is open. */
export function AttemptList({ attempts, onCopy }: { attempts: readonly PostbackAttempt[]; onCopy: OnCopy }) {
  const [newest, ...earlier] = attempts
  const list = useRef<HTMLElement>(null)
  // One that was fired just now comes into sight.
  const shown = useRef(newest?.id)
  useLayoutEffect(() => {
    if (newest?.id !== shown.current) list.current?.querySelector('summary')?.scrollIntoView({ block: 'nearest' })
    shown.current = newest?.id
  }, [newest?.id])
  if (!newest) return null
  return (
    <section ref={list} class="attempts" aria-label="Postback attempts">
      <AttemptView key={newest.id} attempt={newest} newest onCopy={onCopy} />
      {earlier.length > 0 && <h2 class="attempts-earlier">Earlier attempts</h2>}
      <MoreList
        items={earlier}
        step={10}
        noun="attempt"
        class="attempts-list"
        row={(attempt) => (
          <li key={attempt.id}>
            <AttemptView attempt={attempt} newest={false} onCopy={onCopy} />
          </li>
        )}
      />
    </section>
  )
}
