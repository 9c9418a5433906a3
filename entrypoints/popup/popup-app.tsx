import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { DraftsContext } from '../../components/drafts.tsx'
import type { PopupState } from '../../components/popup-props.ts'
import { PopupView } from '../../components/popup-view.tsx'
import { command } from '../../lib/browser/command.ts'
import type { CurrentTab } from '../../lib/browser/current-tab.ts'
import { downloadEvidence } from '../../lib/browser/download-text.ts'
import { extensionApi } from '../../lib/browser/extension-api.ts'
import type { TabView } from '../../lib/browser/tab-view.ts'
import { watchView } from '../../lib/browser/watch-view.ts'
import type { Evidence } from '../../lib/model/evidence.ts'
import type { Asked } from '../../lib/postback/ask-before.ts'
import type { Prepared } from '../../lib/postback/prepare.ts'

const browser = extensionApi()

/** How long the popup waits for the word of the page before it shows the click without it. */
const PAGE_MS = 150

interface PopupAppProps {
  tab: CurrentTab
  /** What was typed when it was closed. */
  typed: Map<string, string>
}

/** Wires the popup's view to the browser. */
export function PopupApp({ tab, typed }: PopupAppProps) {
  const about = { tabId: tab.id, private: tab.private }
  const [view, setView] = useState<TabView>()
  const [failure, setFailure] = useState('')
  const orFail = (done: Promise<unknown>): void => {
    done.catch((error: unknown) => setFailure(wordsOf(error)))
  }

  const inspect = () => command(browser, { type: 'inspect-page', tabId: tab.id }).catch(() => {})
  useEffect(() => {
    // The page is asked first, so that the popup opens to what it stays; a slow one is shown without its word until that comes.
    const asked = Promise.race([inspect(), new Promise((resolve) => setTimeout(resolve, PAGE_MS))])
    return watchView(
      () => asked.then(() => command<TabView>(browser, { type: 'view-tab', ...about })),
      browser.storage.onChanged,
      setView,
      (error) => setFailure(wordsOf(error)),
    )
  }, [tab.id, tab.private])

  // And again when the click has gone on and come to rest.
  const { path, live = false } = view ?? {}
  const wasShown = useRef(false)
  useEffect(() => {
    if (!path) return
    if (wasShown.current && !live) void inspect()
    wasShown.current = true
  }, [path?.hops.length, live])

  const drafts = useMemo(
    () => ({
      typed,
      keep: (field: string, text: string | null) =>
        // A draft that is too long to be kept is no reason to show nothing else.
        void command(browser, { type: 'keep-draft', field, text, private: tab.private }).catch(() => {}),
    }),
    [],
  )
  return (
    <DraftsContext.Provider value={drafts}>
      <PopupView
        state={stateOf(tab, view, failure)}
        endpoints={view?.endpoints ?? []}
        attempts={view?.attempts ?? []}
        onCopy={(text) => navigator.clipboard.writeText(text)}
        onSaveEndpoint={(endpoint) => orFail(command(browser, { type: 'save-endpoint', endpoint }))}
        onDeleteEndpoint={(id) => orFail(command(browser, { type: 'delete-endpoint', id }))}
        onPrepare={(endpoint) => {
          const prepared = command<Prepared>(browser, { type: 'prepare-postback', tabId: tab.id, endpoint })
          orFail(prepared)
          return prepared
        }}
        onFire={(endpoint, agreed) =>
          command<Asked | undefined>(browser, {
            type: 'fire-endpoint',
            attemptId: crypto.randomUUID(),
            endpoint,
            agreed,
            ...about,
          })
        }
        onWorkbench={() => {
          const page = `workbench.html?tab=${tab.id}${tab.private ? '&private' : ''}`
          orFail(browser.tabs.create({ url: browser.runtime.getURL(page) }))
        }}
        paused={view?.paused ?? false}
        pinned={tab.private ? null : (view?.pinned ?? false)}
        onClear={() => orFail(command(browser, { type: 'clear' }))}
        onPause={(paused) => orFail(command(browser, { type: paused ? 'pause' : 'resume' }))}
        onPin={(pinned) => {
          const id = view?.path?.id
          if (pinned) orFail(command(browser, { type: 'pin-path', tabId: tab.id }))
          else if (id !== undefined) orFail(command(browser, { type: 'unpin-path', id }))
        }}
        onExport={() =>
          orFail(command<Evidence>(browser, { type: 'export-evidence', ...about }).then(downloadEvidence))
        }
        onGrant={() => {
          browser.permissions.request({ origins: ['<all_urls>'] }).then((granted) => granted && location.reload())
        }}
      />
    </DraftsContext.Provider>
  )
}

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

function stateOf(tab: CurrentTab, view: TabView | undefined, failure: string): PopupState {
  if (failure !== '') return { kind: 'error', message: failure }
  if (!view) return { kind: 'loading' }
  const { path, changes = [], sentence = '', live = false } = view
  if (path) return { kind: 'path', path, changes, sentence, live }
  if (!tab.permitted) return { kind: 'no-permission' }
  return { kind: tab.internal ? 'internal-page' : 'empty' }
}
