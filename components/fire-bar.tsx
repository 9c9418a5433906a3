import { useRef, useState } from 'preact/hooks'
import type { PostbackAttempt, PostbackRequest } from '../lib/model/postback.ts'
import type { Problem } from '../lib/postback/checks/problem.ts'
import { explain } from '../lib/postback/explain.ts'
import { asksFirst, canFire } from '../lib/postback/may-fire.ts'
import { requestKey } from '../lib/postback/request/request-key.ts'
import { count } from '../lib/ui/count.ts'
import { cutMiddle } from '../lib/ui/cut.ts'
import { urlParts } from '../lib/ui/url-parts.ts'
import { visible } from '../lib/ui/visible.ts'
import { Icon, TONE_ICONS } from './icon.tsx'
import { ToldText } from './told-text.tsx'

interface FireBarProps {
  /** What the button says before it is pressed. */
  label?: string
  /** As it is shown: what is agreed to holds for this very request. */
  request: PostbackRequest
  problems: readonly Problem[]
  /** What speaks against firing beside the problems, in words: it takes a second, explicit word too. */
  doubt?: string | undefined
  pending: boolean
  refused: string | null
  /** The newest attempt with just this request: what came of it is told beside the button. */
  last: PostbackAttempt | undefined
  /**
   * @param sure the person was asked, and agreed
   * @returns the request that has to be asked about first, where that shows only now
   */
  onFire(sure: boolean): Promise<PostbackRequest | undefined>
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
  request,
  problems,
  doubt,
  pending,
  refused,
  last,
  onFire,
}: FireBarProps) {
  const [askedOf, askOf] = useState<string | null>(null)
  const asked = askedOf === requestKey(request)
  const errors = problems.filter((problem) => problem.severity === 'error').length
  const possible = canFire(problems)
  const button = useRef<HTMLButtonElement>(null)
  // What called it off may be gone with it: the focus stays in the bar.
  const callOff = () => {
    askOf(null)
    button.current?.focus()
  }
  const callOffByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !asked) return
    // Calls off what is asked, and not the whole popup.
    event.preventDefault()
    callOff()
  }
  const press = async (event: MouseEvent) => {
    if (!isOneWish(event) || pending) return
    if (!asked && (asksFirst(problems) || doubt !== undefined)) return askOf(requestKey(request))
    askOf(null)
    const first = await onFire(asked)
    if (first) askOf(requestKey(first))
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
            {request.method} to <bdi class="bytes">{cutMiddle(urlParts(request.url).host, 40)}</bdi>, without cookies
          </>
        ) : (
          'This URL cannot be sent: mend the errors above first.'
        )}
      </span>
    </div>
  )
}
