import type { PostbackRequest } from '../../../lib/model/postback.ts'
import { redact } from '../../../lib/postback/secrets.ts'
import { visible } from '../../../lib/ui/visible.ts'
import { CopyButton } from '../../copy-button.tsx'
import { ScrollRegion } from '../../scroll-region.tsx'

interface PayloadProps {
  request: PostbackRequest
  /** Macro name → the token in the request: its name is shown in its place. */
  secrets: Readonly<Record<string, string>>
  onCopy(text: string): Promise<void>
}

/** Everything that will leave the machine, before it does. */
export function Payload({ request, secrets, onCopy }: PayloadProps) {
  const body = redact(JSON.stringify(parsed(request.body?.text ?? ''), null, 2), secrets)
  return (
    <details class="part">
      <summary class="opens">What will be sent</summary>
      <p class="bytes">POST {visible(redact(request.url, secrets))}</p>
      {request.headers?.map(({ name, value }) => (
        <p key={name} class="bytes">
          {visible(name)}: {visible(redact(value, secrets))}
        </p>
      ))}
      <p class="overview-line">
        <span class="soft">Body</span>
        <CopyButton text={body} label="Copy payload" onCopy={onCopy} />
      </p>
      <ScrollRegion class="answer-text" label="Payload">
        <pre>{body}</pre>
      </ScrollRegion>
    </details>
  )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
