import '../../../components/popup.css'
import '../../../components/workbench/workbench.css'
import './gallery.css'
import { render } from 'preact'
import { useState } from 'preact/hooks'
import { DraftsContext } from '../../../components/drafts.tsx'
import type { PopupCallbacks } from '../../../components/popup-props.ts'
import { PopupView } from '../../../components/popup-view.tsx'
import { Endpoint } from '../../../lib/model/endpoint.ts'
import { askBefore } from '../../../lib/postback/ask-before.ts'
import { prepare } from '../../../lib/postback/prepare.ts'
import { STORIES, type Story } from './stories.ts'
import { WorkbenchStage } from './workbench-stage.tsx'
import { WORKBENCH_STORIES } from './workbench-stories.ts'

declare global {
  interface Window {
    /** What the view called, oldest first. */
    called: [string, ...unknown[]][]
    /** What becomes of what the view asks for: it is done unless a check says otherwise. */
    fate: 'done' | 'refused' | 'pending'
    /** Shows another story in the popup that is open, as a newer state of the same click comes in. */
    show(name: string): void
  }
}
window.called = []
window.fate = 'done'

const note =
  (name: keyof PopupCallbacks | 'onDraft') =>
  (...told: unknown[]): Promise<void> => {
    window.called.push([name, ...told])
    if (window.fate === 'pending') return new Promise(() => {})
    return window.fate === 'refused' ? Promise.reject(new Error('refused by the browser')) : Promise.resolve()
  }

/** A popup as its page would wire it, with the store replaced by this page's memory. */
function Stage({ story }: { story: Story }) {
  const [endpoints, setEndpoints] = useState(story.endpoints)
  const [drafts] = useState({ typed: new Map<string, string>(), keep: note('onDraft') })
  return (
    <DraftsContext.Provider value={drafts}>
      <PopupView
        state={story.state}
        endpoints={endpoints}
        attempts={story.attempts}
        onCopy={note('onCopy')}
        onSaveEndpoint={(endpoint) => {
          note('onSaveEndpoint')(endpoint)
          setEndpoints((kept) => [...new Map([...kept, endpoint].map((each) => [each.id, each])).values()])
        }}
        onDeleteEndpoint={(id) => {
          note('onDeleteEndpoint')(id)
          setEndpoints((kept) => kept.filter((endpoint) => endpoint.id !== id))
        }}
        onPrepare={async (endpoint) => {
          if (window.fate === 'pending') await new Promise(() => {})
          return prepare(Endpoint.parse(endpoint), story.state.kind === 'path' ? story.state.path.identifiers : [])
        }}
        onFire={async (endpoint, agreed) => {
          const click = story.state.kind === 'path' ? story.state.path.identifiers : []
          const asked = askBefore(Endpoint.parse(endpoint), click, story.attempts, agreed)
          if (!asked) await note('onFire')(endpoint)
          return asked
        }}
        onWorkbench={note('onWorkbench')}
        paused={story.paused ?? false}
        pinned={story.pinned ?? false}
        onClear={note('onClear')}
        onPause={note('onPause')}
        onPin={note('onPin')}
        onExport={note('onExport')}
        onGrant={note('onGrant')}
      />
    </DraftsContext.Provider>
  )
}

/** All stories side by side, each a link to itself alone. */
function Index() {
  return (
    <main class="gallery">
      {Object.keys(STORIES).map((name) => (
        <figure key={name}>
          <figcaption>
            <a href={`?story=${name}`}>{name}</a>
          </figcaption>
          <iframe title={name} src={`?story=${name}`} loading="lazy" />
        </figure>
      ))}
    </main>
  )
}

const root = document.body.appendChild(document.createElement('div'))
window.show = (name) => {
  const story = STORIES[name]
  const workbench = WORKBENCH_STORIES[name]
  render(workbench ? <WorkbenchStage story={workbench} /> : story ? <Stage story={story} /> : <Index />, root)
  if (story?.tab) document.getElementById(`tab-${story.tab}`)?.click()
}
window.show(new URLSearchParams(location.search).get('story') ?? '')
