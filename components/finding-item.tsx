import { useState } from 'preact/hooks'
import type { Hop } from '../lib/model/click-path.ts'
import type { Finding, Severity } from '../lib/model/finding.ts'
import type { Change } from '../lib/ui/change.ts'
import { hopNumber } from '../lib/ui/hop-words.ts'
import { ByteChange } from './byte-change.tsx'
import { CopyButton } from './copy-button.tsx'
import { Icon } from './icon.tsx'
import { ScrollRegion } from './scroll-region.tsx'
import { ToldText } from './told-text.tsx'

const SEVERITY_WORDS: Record<Severity, string> = { error: 'Error', warning: 'Warning', info: 'Note' }

const asText = ({ title, detail, fix, paste, rule, hop }: Finding) =>
  [title, detail, `Fix: ${fix}`, ...(paste ? [paste] : []), `(${rule}, ${hopNumber(hop)})`].join('\n')

interface FindingProps {
  finding: Finding
  /** Its bytes, where there are any to show. */
  change: Change | null | undefined
  hops: readonly Hop[]
  onCopy(text: string): Promise<void>
}

/** The fix first, with what to paste; then what happened, its bytes before and after. */
function FindingBody({ finding, change, hops, onCopy }: FindingProps) {
  const { title, detail, fix, paste, rule } = finding
  return (
    <div class="finding-body">
      <div class="finding-fix">
        <p class="finding-part">
          <span>
            <strong>Fix</strong> <ToldText text={fix} />
          </span>
          <CopyButton text={fix} label={`Copy fix: ${title}`} onCopy={onCopy} />
        </p>
        {paste && (
          <>
            <p class="finding-part">
              <strong>To paste</strong>
              <CopyButton text={paste} label={`Copy what to paste: ${title}`} word="Copy" onCopy={onCopy} />
            </p>
            <ScrollRegion class="finding-paste" label="To paste">
              <pre>{paste}</pre>
            </ScrollRegion>
          </>
        )}
      </div>
      <p class="finding-part">
        <span>
          <strong>What happened</strong> <ToldText text={detail} />
        </span>
        <CopyButton text={detail} label={`Copy what happened: ${title}`} onCopy={onCopy} />
      </p>
      {change && <ByteChange change={change} hops={hops} onCopy={onCopy} />}
      <p class="finding-foot">
        <code>{rule}</code>
        <CopyButton text={asText(finding)} label={`Copy finding: ${title}`} word="Copy finding" onCopy={onCopy} />
      </p>
    </div>
  )
}

/** One finding: a line that says what and where, and opens to all that is to be said of it. */
export function FindingItem({ open: opened, ...props }: FindingProps & { open: boolean }) {
  const { severity, title, hop } = props.finding
  const [open, setOpen] = useState(opened)
  return (
    <li>
      <details class={`card tone-${severity}`} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary class="opens">
          <Icon name={severity} />
          <span class="finding-severity">{SEVERITY_WORDS[severity]}</span>
          <span class="card-title">
            <ToldText text={title} />
          </span>
          <span class="card-meta">{hopNumber(hop)}</span>
        </summary>
        {open && <FindingBody {...props} />}
      </details>
    </li>
  )
}
