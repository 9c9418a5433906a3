import { useMemo, useState } from 'preact/hooks'
import { changesOf } from '../../../lib/ui/change.ts'
import { CutNote } from '../../cut-note.tsx'
import { FindingsTab } from '../../findings-tab.tsx'
import { HopsTab } from '../../hops-tab.tsx'
import { IdentifiersTab } from '../../identifiers-tab.tsx'
import { LanePicture } from '../../lane-picture.tsx'
import { NoIdentifiers } from '../../no-identifiers.tsx'
import { type Tab, Tabs } from '../../tabs.tsx'
import { VerdictBanner } from '../../verdict-banner.tsx'
import type { PinnedView } from '../workbench-props.ts'

interface PinnedReportProps {
  view: PinnedView
  onCopy(text: string): Promise<void>
}

/** A pinned path as the popup showed it, with more room: verdict, lanes, findings, IDs, hops. */
export function PinnedReport({ view: { path, sentence }, onCopy }: PinnedReportProps) {
  const bare = path.identifiers.length === 0
  const [chosen, choose] = useState(path.findings.length > 0 ? 'findings' : bare ? 'hops' : 'ids')
  const changes = useMemo(() => changesOf(path), [path])
  const about = { path, live: false, onCopy }
  const tabs: Tab[] = [
    {
      id: 'findings',
      label: 'Findings',
      count: path.findings.length,
      panel: () => <FindingsTab {...about} changes={changes} />,
    },
    { id: 'ids', label: 'IDs', count: path.identifiers.length, panel: () => <IdentifiersTab {...about} /> },
    { id: 'hops', label: 'Hops', count: path.hops.length, panel: () => <HopsTab {...about} /> },
  ]
  return (
    <article class="pinned-report">
      <VerdictBanner path={path} sentence={sentence} live={false} />
      <CutNote cut={path.cut} />
      {bare ? <NoIdentifiers live={false} /> : <LanePicture {...about} />}
      <Tabs label="Details of this click" tabs={tabs} chosen={chosen} onChoose={choose} />
    </article>
  )
}
