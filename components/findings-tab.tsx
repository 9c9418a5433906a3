import type { ClickPath } from '../lib/model/click-path.ts'
import type { Finding, Severity } from '../lib/model/finding.ts'
import { hopNumber } from '../lib/ui/hop-words.ts'
import { CopyButton } from './copy-button.tsx'
import { Icon } from './icon.tsx'
import { MoreList } from './more-list.tsx'
import { ToldText } from './told-text.tsx'

const SEVERITY_WORDS: Record<Severity, string> = { error: 'Error', warning: 'Warning', info: 'Note' }
const STEP = 40

interface FindingsTabProps {
  path: ClickPath
  live: boolean
  onCopy(text: string): Promise<void>
}

const asText = (finding: Finding) =>
  `${finding.title}\n${finding.detail}\nFix: ${finding.fix}\n(${finding.rule}, ${hopNumber(finding.hop)})`

function FindingItem({
  finding,
  open,
  onCopy,
}: { finding: Finding; open: boolean } & Pick<FindingsTabProps, 'onCopy'>) {
  return (
    <li>
      <details class={`card tone-${finding.severity}`} open={open}>
        <summary class="opens">
          <Icon name={finding.severity} />
          <span class="finding-severity">{SEVERITY_WORDS[finding.severity]}</span>
          <span class="card-title">
            <ToldText text={finding.title} />
          </span>
          <span class="card-meta">{hopNumber(finding.hop)}</span>
        </summary>
        <div class="finding-body">
          <p class="finding-fix">
            <strong>Fix</strong> <ToldText text={finding.fix} />
          </p>
          <p>
            <ToldText text={finding.detail} />
          </p>
          <p class="finding-foot">
            <code>{finding.rule}</code>
            <CopyButton
              text={asText(finding)}
              label={`Copy finding: ${finding.title}`}
              word="Copy finding"
              onCopy={onCopy}
            />
          </p>
        </div>
      </details>
    </li>
  )
}

/** What the rules have to say, most severe first; the first is open, its fix in sight. */
export function FindingsTab({ path, live, onCopy }: FindingsTabProps) {
  if (path.findings.length === 0)
    return (
      <p class="panel-empty">
        {live
          ? 'Nothing found so far. More hops may come.'
          : path.identifiers.length > 0
            ? 'Nothing to mend: no rule found fault with this click.'
            : 'No rule found fault with these hops. Without a click ID there was little to check.'}
      </p>
    )
  return (
    <MoreList
      items={path.findings}
      step={STEP}
      noun="finding"
      class="findings"
      row={(finding, at) => (
        <FindingItem
          key={`${finding.rule} ${finding.hop} ${finding.identifier} ${finding.title}`}
          finding={finding}
          open={at === 0}
          onCopy={onCopy}
        />
      )}
    />
  )
}
