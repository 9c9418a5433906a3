import type { Endpoint } from '../../../lib/model/endpoint.ts'
import type { PostbackRequest } from '../../../lib/model/postback.ts'
import type { Preset } from '../../../lib/postback/presets/preset.ts'
import { markTest, testMark } from '../../../lib/postback/request/mark-test.ts'
import { count } from '../../../lib/ui/count.ts'
import { duration } from '../../../lib/ui/duration.ts'
import { visible } from '../../../lib/ui/visible.ts'
import { CopyButton } from '../../copy-button.tsx'
import { CutValue } from '../../cut-value.tsx'

interface RequestOverviewProps {
  endpoint: Endpoint
  /** With the macro's name where a secret goes. */
  shown: PostbackRequest
  preset: Preset | undefined
  onChange(endpoint: Endpoint): void
  onCopy(text: string): Promise<void>
}

const TYPES = { form: 'application/x-www-form-urlencoded', json: 'application/json' }

/** Everything that will leave the machine, before it does. */
export function RequestOverview({ endpoint, shown, preset, onChange, onCopy }: RequestOverviewProps) {
  const test = testMark(endpoint, preset)
  return (
    <section class="overview" aria-label="What will be sent">
      <p class="overview-line">
        <strong>{shown.method}</strong>
        <CutValue text={shown.url} length={400} what="filled URL" />
        <CopyButton text={shown.url} label="Copy filled URL" onCopy={onCopy} />
      </p>
      {shown.headers?.map(({ name, value }, at) => (
        <p key={at} class="bytes">
          {visible(name)}: {visible(value)}
        </p>
      ))}
      {shown.body && (
        <>
          <p class="bytes">Content-Type: {TYPES[shown.body.type]}</p>
          <p class="overview-line">
            <CutValue text={shown.body.text} length={600} what="body" />
            <CopyButton text={shown.body.text} label="Copy body to be sent" onCopy={onCopy} />
          </p>
        </>
      )}
      <p class="soft">
        Without cookies, referrer and cache; redirects are followed and listed; at most {duration(endpoint.timeoutMs)} a
        try, {endpoint.retries === 0 ? 'one try' : `${count(endpoint.retries + 1, 'try', 'tries')}`}.
      </p>
      {test.state === 'none' ? (
        <p class="soft">
          {preset ? `${preset.name} has no documented way to mark a test` : 'No way to mark a test is known here'}: the
          receiver may count this as a real conversion.
        </p>
      ) : (
        <label class="check">
          <input
            type="checkbox"
            checked={test.state === 'marked'}
            onChange={(event) =>
              onChange({ ...endpoint, url: markTest(endpoint.url, preset, event.currentTarget.checked) })
            }
          />
          Marked as a test by <code>{`${test.name}=${test.value}`}</code>
        </label>
      )}
    </section>
  )
}
