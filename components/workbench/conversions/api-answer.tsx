import type { PostbackAttempt } from '../../../lib/model/postback.ts'
import type { ConversionPlatformKit } from '../../../lib/postback/conversion-apis/conversion-event.ts'
import { CopyButton } from '../../copy-button.tsx'
import { Icon, TONE_ICONS } from '../../icon.tsx'
import { ToldText } from '../../told-text.tsx'

interface ApiAnswerProps {
  attempt: PostbackAttempt
  kit: ConversionPlatformKit
  onCopy(text: string): Promise<void>
}

/** What the platform says, with its numbers explained. */
export function ApiAnswer({ attempt, kit, onCopy }: ApiAnswerProps) {
  if (!attempt.response) return null
  const { tone, title, detail, next, received, traceId, code, subcode } = kit.read(attempt.response, attempt.request)
  const facts: [string, string | number | null][] = [
    ['Events received', received],
    ['Code', code],
    ['Subcode', subcode],
    ['Trace', traceId],
  ]
  return (
    <section class={`api-answer tone-${TONE_ICONS[tone]}`} aria-label="What the platform says">
      <p class="api-title">
        <Icon name={TONE_ICONS[tone]} />
        <strong>
          <ToldText text={title} />
        </strong>
      </p>
      <p>
        <ToldText text={detail} />
      </p>
      <p class="attempt-next">
        <ToldText text={next} />
      </p>
      <dl class="figures-row">
        {facts.map(
          ([name, value]) =>
            value !== null && (
              <div key={name}>
                <dt>{name}</dt>
                <dd class="bytes">
                  {value} {name === 'Trace' && <CopyButton text={String(value)} label="Copy trace" onCopy={onCopy} />}
                </dd>
              </div>
            ),
        )}
      </dl>
    </section>
  )
}
