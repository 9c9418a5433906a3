import { useDraft } from '../drafts.tsx'
import { Icon } from '../icon.tsx'
import { type Tab, Tabs } from '../tabs.tsx'
import { AttemptsSection } from './attempts/attempts-section.tsx'
import { CampaignSection } from './campaign/campaign-section.tsx'
import { ClickStrip } from './click-strip.tsx'
import { CompareSection } from './compare/compare-section.tsx'
import { ConversionsSection } from './conversions/conversions-section.tsx'
import { EndpointsSection } from './endpoints/endpoints-section.tsx'
import { PinnedSection } from './pinned/pinned-section.tsx'
import { ProbeSection } from './probe/probe-section.tsx'
import type { WorkbenchProps } from './workbench-props.ts'

/** The whole workbench: what it shows comes in as props, what it wants goes out through callbacks. */
export function WorkbenchView(props: WorkbenchProps) {
  const { failure } = props
  const [section, choose] = useDraft('workbench.section', 'endpoints')
  const tabs: Tab[] = [
    {
      id: 'endpoints',
      label: 'Endpoints',
      count: props.endpoints.length,
      panel: () => <EndpointsSection {...props} />,
    },
    {
      id: 'attempts',
      label: 'Attempts',
      count: props.attempts.length,
      panel: () => <AttemptsSection {...props} />,
    },
    { id: 'compare', label: 'Check and compare', panel: () => <CompareSection {...props} /> },
    { id: 'probe', label: 'Probe link', panel: () => <ProbeSection {...props} /> },
    { id: 'conversions', label: 'Conversions API', panel: () => <ConversionsSection {...props} /> },
    { id: 'campaign', label: 'Campaign URL', panel: () => <CampaignSection {...props} /> },
    {
      id: 'pinned',
      label: 'Pinned clicks',
      ...(props.pinned && { count: props.pinned.paths.length }),
      panel: () => <PinnedSection {...props} />,
    },
  ]
  const chosen = tabs.some(({ id }) => id === section) ? section : 'endpoints'
  return (
    <div class="workbench">
      <header class="workbench-header">
        <svg class="logo" width="22" height="22" viewBox="0 0 24 24" aria-hidden="true">
          <path d="M4 17h5.5c5 0 0-10 5-10H20" />
          <circle cx="4" cy="17" r="2.6" />
          <circle cx="20" cy="7" r="2.6" />
        </svg>
        <h1>Postback workbench</h1>
        <ClickStrip {...props} />
      </header>
      {failure !== '' && (
        <p class="workbench-failure tone-error" role="alert">
          <Icon name="error" /> {failure}
        </p>
      )}
      <main class="workbench-main">
        <Tabs label="Parts of the workbench" tabs={tabs} chosen={chosen} onChoose={choose} />
      </main>
    </div>
  )
}
