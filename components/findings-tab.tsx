import type { ClickPath } from '../lib/model/click-path.ts'
import type { Change } from '../lib/ui/change.ts'
import { FindingItem } from './finding-item.tsx'
import { MoreList } from './more-list.tsx'

const STEP = 40

interface FindingsTabProps {
  path: ClickPath
  /** The bytes of each finding, in the same order. */
  changes: readonly (Change | null)[]
  live: boolean
  onCopy(text: string): Promise<void>
}

/** What the rules have to say, most severe first; the first is open, its fix in sight. */
export function FindingsTab({ path, changes, live, onCopy }: FindingsTabProps) {
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
          change={changes[at]}
          hops={path.hops}
          open={at === 0}
          onCopy={onCopy}
        />
      )}
    />
  )
}
