import { CopyButton } from './copy-button.tsx'
import { CutValue } from './cut-value.tsx'

/** The URL as it would be sent, to the byte. */
export function FilledUrl({ url, onCopy }: { url: string; onCopy(text: string): Promise<void> }) {
  return (
    <section class="filled" aria-label="Filled URL">
      <CutValue text={url} length={400} what="filled URL" />
      <CopyButton text={url} label="Copy filled URL" onCopy={onCopy} />
    </section>
  )
}
