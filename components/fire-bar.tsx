import { useState } from 'preact/hooks'
import type { PostbackAttempt, PostbackMethod } from '../lib/model/postback.ts'
import { explain } from '../lib/postback/explain.ts'
import { asksFirst, canFire, type Problem } from '../lib/postback/lint.ts'
import { count } from '../lib/ui/count.ts'
import { cutMiddle } from '../lib/ui/cut.ts'
import { urlParts } from '../lib/ui/url-parts.ts'
import { visible } from '../lib/ui/visible.ts'
import { Icon, TONE_ICONS } from './icon.tsx'
import { ToldText } from './told-text.tsx'

interface FireBarProps {
  method: PostbackMethod
  url: string
  problems: readonly Problem[]
  pending: boolean
  refused: string | null
  /** The newest attempt with just this request: what came of it is told beside the button. */
  last: PostbackAttempt | undefined
  onFire(): void
}

/** The second click of a double click, and a key that is held, are no second wish. */
const isOneWish = (event: MouseEvent) => event.detail <= 1
const dropHeldKey = (event: KeyboardEvent) => {
  if (event.repeat && (event.key === 'Enter' || event.key === ' ')) event.preventDefault()
}

function Outcome({ attempt }: { attempt: PostbackAttempt }) {
  const { tone, title } = explain(attempt)
  return (
    <span class={`fire-outcome tone-${TONE_ICONS[tone]}`}>
      <Icon name={TONE_ICONS[tone]} size={14} /> <ToldText text={title} />
    </span>
  )
}

/** Sends the postback. With errors it takes a second, explicit word. */
export function FireBar({ method, url, problems, pending, refused, last, onFire }: FireBarProps) {
  const [asked, ask] = useState(false)
  const errors = problems.filter((problem) => problem.severity === 'error').length
  const possible = canFire(problems)
  const press = (event: MouseEvent) => {
    if (!isOneWish(event) || pending) return
    if (!asksFirst(problems) || asked) {
      ask(false)
      onFire()
    } else ask(true)
  }
  return (
    <div class="fire-bar">
      <button
        type="button"
        class={`button button-main button-fire ${asked ? 'button-danger' : ''}`}
        disabled={pending || !possible}
        onClick={press}
        onKeyDown={dropHeldKey}
      >
        {pending ? 'Firing …' : asked ? 'Fire anyway' : `Fire test postback`}
      </button>
      {asked && !pending && (
        <button type="button" class="button" onClick={() => ask(false)}>
          Not now
        </button>
      )}
      <span class="fire-note" role="status">
        {refused !== null ? (
          <span class="fire-outcome tone-error">
            <Icon name="error" size={14} /> Not sent: {visible(refused)}
          </span>
        ) : asked && !pending ? (
          `${count(errors, 'error')} above: the tracker may book nothing, or the wrong click.`
        ) : last ? (
          <Outcome attempt={last} />
        ) : possible ? (
          <>
            {method} to <bdi class="bytes">{cutMiddle(urlParts(url).host, 40)}</bdi>, without cookies
          </>
        ) : (
          'This URL cannot be sent: mend the errors above first.'
        )}
      </span>
    </div>
  )
}
