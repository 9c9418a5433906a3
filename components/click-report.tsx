import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { ClickPath } from '../lib/model/click-path.ts'
import type { Change } from '../lib/ui/change.ts'
import { CutNote } from './cut-note.tsx'
import { FindingsTab } from './findings-tab.tsx'
import { HopsTab } from './hops-tab.tsx'
import { IdentifiersTab } from './identifiers-tab.tsx'
import { LanePicture } from './lane-picture.tsx'
import { NoIdentifiers } from './no-identifiers.tsx'
import type { PopupProps } from './popup-props.ts'
import { PostbackTab } from './postback-tab.tsx'
import { type Tab, Tabs } from './tabs.tsx'
import { VerdictBanner } from './verdict-banner.tsx'

type ClickReportProps = PopupProps & {
  path: ClickPath
  changes: readonly (Change | null)[]
  sentence: string
  live: boolean
}

/** Everything about one click: verdict and lanes at a glance, the rest in tabs beneath. */
export function ClickReport({ path, live, ...props }: ClickReportProps) {
  const bare = path.identifiers.length === 0
  const [picked, pick] = useState<string | null>(null)
  // Until the reader has picked a tab, the first finding that comes in brings its own.
  const chosen = picked ?? (path.findings.length > 0 ? 'findings' : bare ? 'hops' : 'ids')
  const scroller = useRef<HTMLDivElement>(null)
  // A postback is work, not a glance: it gets the room under the verdict to itself. The lanes are a scroll away.
  useLayoutEffect(() => {
    const tabs = scroller.current?.querySelector<HTMLElement>('.tabs')
    if (chosen === 'postback' && tabs) scroller.current?.scrollTo(0, tabs.offsetTop)
  }, [chosen])
  const tabs: Tab[] = [
    {
      id: 'findings',
      label: 'Findings',
      count: path.findings.length,
      panel: () => <FindingsTab path={path} changes={props.changes} live={live} onCopy={props.onCopy} />,
    },
    {
      id: 'ids',
      label: 'IDs',
      count: path.identifiers.length,
      panel: () => <IdentifiersTab path={path} live={live} onCopy={props.onCopy} />,
    },
    {
      id: 'hops',
      label: 'Hops',
      count: path.hops.length,
      panel: () => <HopsTab path={path} live={live} onCopy={props.onCopy} />,
    },
    { id: 'postback', label: 'Test postback', kept: true, panel: () => <PostbackTab {...props} path={path} /> },
  ]
  return (
    <main class="report">
      <VerdictBanner path={path} sentence={props.sentence} live={live} />
      <CutNote cut={path.cut} />
      <div class="report-scroll" ref={scroller}>
        {bare ? <NoIdentifiers live={live} /> : <LanePicture path={path} live={live} onCopy={props.onCopy} />}
        <Tabs label="Details of this click" tabs={tabs} chosen={chosen} onChoose={pick} />
      </div>
    </main>
  )
}
