import { useRef, useState } from 'preact/hooks'
import type { PostbackAttempt, PostbackMethod } from '../lib/model/postback.ts'
import type { Problem } from '../lib/postback/checks/problem.ts'
import { explain } from '../lib/postback/explain.ts'
import { asksFirst, canFire } from '../lib/postback/may-fire.ts'
import { count } from '../lib/ui/count.ts'
import { cutMiddle } from '../lib/ui/cut.ts'
import { urlParts } from '../lib/ui/url-parts.ts'
import { visible } from '../lib/ui/visible.ts'
import { Icon, TONE_ICONS } from './icon.tsx'
import { ToldText } from './told-text.tsx'

interface FireBarProps {
  /** What the button says before it is pressed. */
  label?: string
  method: PostbackMethod
  url: string
  problems: readonly Problem[]
  /** What speaks against firing beside the problems, in words: it takes a second, explicit word too. */
  doubt?: string | undefined
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

/** What came of it in a word: the attempt beneath says it in full, and this says it to who cannot see that. */
function Outcome({ attempt }: { attempt: PostbackAttempt }) {
  const { tone, title } = explain(attempt)
  const { durationMs, response } = attempt
  return (
    <span class={`fire-outcome tone-${TONE_ICONS[tone]}`}>
      <Icon name={TONE_ICONS[tone]} size={14} />
      {durationMs === null ? 'Waiting' : response ? `Answered ${response.status}` : 'No answer'}
      <span class="unseen">
        : <ToldText text={title} />
      </span>
    </span>
  )
}

/** Sends the postback. With errors it takes a second, explicit word. */
export function FireBar({
  label = 'Fire test postback',
  method,
  url,
  problems,
  doubt,
  pending,
  refused,
  last,
  onFire,
}: FireBarProps) {
  const [asked, ask] = useState(false)
  const errors = problems.filter((problem) => problem.severity === 'error').length
  const possible = canFire(problems)
  const button = useRef<HTMLButtonElement>(null)
  // What called it off may be gone with it: the focus stays in the bar.
  const callOff = () => {
    ask(false)
    button.current?.focus()
  }
  const callOffByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !asked) return
    // Calls off what is asked, and not the whole popup.
    event.preventDefault()
    callOff()
  }
  const press = (event: MouseEvent) => {
    if (!isOneWish(event) || pending) return
    if ((!asksFirst(problems) && doubt === undefined) || asked) {
      ask(false)
      onFire()
    } else ask(true)
  }
  return (
    <div class="fire-bar">
      <button
        ref={button}
        type="button"
        class={`button button-main button-fire ${asked ? 'button-danger' : ''}`}
        disabled={pending || !possible}
        onClick={press}
        onKeyDown={(event) => {
          dropHeldKey(event)
          callOffByKey(event)
        }}
      >
        {pending ? 'Firing …' : asked ? 'Fire anyway' : label}
      </button>
      {asked && !pending && (
        <button type="button" class="button" onClick={callOff} onKeyDown={callOffByKey}>
          Not now
        </button>
      )}
      <span class="fire-note" role="status">
        {refused !== null ? (
          <span class="fire-outcome tone-error">
            <Icon name="error" size={14} /> Not sent: {visible(refused)}
          </span>
        ) : asked && !pending ? (
          (doubt ?? `${count(errors, 'error')} above: the tracker may book nothing, or the wrong click.`)
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
