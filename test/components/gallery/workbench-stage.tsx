import { useState } from 'preact/hooks'
import { DraftsContext } from '../../../components/drafts.tsx'
import type { Click, PinnedView } from '../../../components/workbench/workbench-props.ts'
import { WorkbenchView } from '../../../components/workbench/workbench-view.tsx'
import { PINNED, type WorkbenchStory } from './workbench-stories.ts'

const note =
  (name: string) =>
  (...told: unknown[]): Promise<void> => {
    window.called.push([name, ...told])
    if (window.fate === 'pending') return new Promise(() => {})
    return window.fate === 'refused' ? Promise.reject(new Error('refused by the browser')) : Promise.resolve()
  }

const leadClick = (view: PinnedView | undefined): Click =>
  view
    ? { kind: 'path', live: false, ...view }
    : { kind: 'failed', why: 'The click that was chosen is pinned no more.' }

/** The workbench as its page would wire it, with the store replaced by this page's memory. */
export function WorkbenchStage({ story }: { story: WorkbenchStory }) {
  const [endpoints, setEndpoints] = useState(story.endpoints)
  const [apis, setApis] = useState(story.apis)
  const [lead, choose] = useState(story.lead ?? '')
  const [unpinned, unpin] = useState<string[]>([])
  const [drafts] = useState({ typed: new Map(Object.entries(story.typed)), keep: note('onDraft') })
  return (
    <DraftsContext.Provider value={drafts}>
      <WorkbenchView
        {...story}
        {...(lead !== '' && { click: leadClick(PINNED[lead]) })}
        pinned={{ ...story.pinned, paths: story.pinned.paths.filter(({ id }) => !unpinned.includes(id)) }}
        endpoints={endpoints}
        apis={apis}
        onCopy={note('onCopy')}
        onSaveEndpoint={(endpoint) => {
          note('onSaveEndpoint')(endpoint)
          setEndpoints((kept) => [...new Map([...kept, endpoint].map((each) => [each.id, each])).values()])
        }}
        onDeleteEndpoint={(id) => {
          note('onDeleteEndpoint')(id)
          setEndpoints((kept) => kept.filter((endpoint) => endpoint.id !== id))
        }}
        onFire={note('onFire')}
        onConfirm={note('onConfirm')}
        onSaveApi={(api) => {
          note('onSaveApi')(api)
          setApis((kept) => [...new Map([...kept, api].map((each) => [each.id, each])).values()])
        }}
        onDeleteApi={(id) => {
          note('onDeleteApi')(id)
          setApis((kept) => kept.filter((api) => api.id !== id))
        }}
        onOpenPinned={(id) => {
          const view = PINNED[id]
          return view ? Promise.resolve(view) : Promise.reject(new Error('This click is pinned no more.'))
        }}
        onRenamePinned={note('onRenamePinned')}
        hasTab
        lead={lead}
        onLead={(id) => {
          note('onLead')(id)
          choose(id)
        }}
        onUnpin={async (id) => {
          await note('onUnpin')(id)
          unpin([...unpinned, id])
          const view = PINNED[id]
          return view && { pinnedAt: view.pinnedAt, path: view.path }
        }}
        onRepin={async (pinned) => {
          await note('onRepin')(pinned)
          unpin(unpinned.filter((id) => id !== pinned.path.id))
        }}
        onExportPinned={note('onExportPinned')}
        onDownload={note('onDownload')}
        onWatchProbe={(_probe, show) => {
          show(story.probe)
          return () => {}
        }}
        onOpen={note('onOpen')}
      />
    </DraftsContext.Provider>
  )
}
