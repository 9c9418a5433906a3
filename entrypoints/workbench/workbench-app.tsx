import { useEffect, useMemo, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { DraftsContext } from '../../components/drafts.tsx'
import type { Click, PinnedView } from '../../components/workbench/workbench-props.ts'
import { WorkbenchView } from '../../components/workbench/workbench-view.tsx'
import { command } from '../../lib/browser/command.ts'
import { downloadEvidence, downloadText } from '../../lib/browser/download-text.ts'
import type { TabView } from '../../lib/browser/tab-view.ts'
import { type Postbacks, watchPostbacks } from '../../lib/browser/watch-postbacks.ts'
import { watchView } from '../../lib/browser/watch-view.ts'
import type { CommandInput } from '../../lib/model/command.ts'
import type { Evidence } from '../../lib/model/evidence.ts'
import type { PinnedPath } from '../../lib/model/pinned.ts'
import type { ProbeView } from '../../lib/model/probe-walk.ts'
import { useLead } from './use-lead.ts'
import { usePinned } from './use-pinned.ts'

const { local, session, onChanged } = browser.storage

interface WorkbenchAppProps {
  /** `tab`: whose click is reported. `private`: it was made in a private window. */
  about: URLSearchParams
  /** What was typed when the page was closed. */
  typed: Map<string, string>
}

/** Wires the workbench to the browser. */
export function WorkbenchApp({ about, typed }: WorkbenchAppProps) {
  const isPrivate = about.has('private')
  const tabId = /^\d{1,15}$/.test(about.get('tab') ?? '') ? Number(about.get('tab')) : undefined
  const [view, setView] = useState<TabView>()
  const [postbacks, setPostbacks] = useState<Postbacks>()
  const [failure, setFailure] = useState('')
  const fail = (error: unknown) => setFailure(error instanceof Error ? error.message : String(error))
  const ask = (what: CommandInput): void => {
    command(browser, what).catch(fail)
  }

  useEffect(() => watchPostbacks({ local, session, onChanged }, isPrivate, setPostbacks, Date.now), [])
  useEffect(() => {
    if (tabId === undefined) return
    const view = () => command<TabView>(browser, { type: 'view-tab', tabId, private: isPrivate })
    return watchView(view, onChanged, setView, fail)
  }, [])
  const pinned = usePinned(fail)
  const [lead, ledBy, chooseLead] = useLead(pinned)
  const click = isPrivate || lead === '' ? clickOf(tabId, view) : ledBy
  const drafts = useMemo(
    () => ({
      typed,
      keep: (field: string, text: string | null) => ask({ type: 'keep-draft', field, text, private: isPrivate }),
    }),
    [],
  )

  // What is kept on this machine is there in a moment: nothing is calmer than an empty list that fills.
  if (!postbacks) return null
  return (
    <DraftsContext.Provider value={drafts}>
      <WorkbenchView
        click={click}
        hasTab={tabId !== undefined}
        lead={isPrivate ? undefined : lead}
        onLead={chooseLead}
        endpoints={postbacks.endpoints}
        attempts={postbacks.attempts}
        apis={postbacks.apis}
        pinned={pinned}
        failure={failure}
        now={new Date().toISOString()}
        onCopy={(text) => navigator.clipboard.writeText(text)}
        onSaveEndpoint={(endpoint) => ask({ type: 'save-endpoint', endpoint })}
        onDeleteEndpoint={(id) => ask({ type: 'delete-endpoint', id })}
        onFire={(order) =>
          command(browser, {
            type: 'fire-postback',
            attemptId: crypto.randomUUID(),
            pathId: click.kind === 'path' ? click.path.id : undefined,
            private: isPrivate,
            ...order,
          })
        }
        onConfirm={(id, confirmation) => ask({ type: 'confirm-attempt', id, confirmation, private: isPrivate })}
        onSaveApi={(api) => ask({ type: 'save-api', api })}
        onDeleteApi={(id) => ask({ type: 'delete-api', id })}
        onOpenPinned={(id) => command<PinnedView>(browser, { type: 'pinned-path', id })}
        onRenamePinned={(id, name) => ask({ type: 'rename-pinned', id, name })}
        onUnpin={(id) => command<PinnedPath | undefined>(browser, { type: 'unpin-path', id })}
        onRepin={(unpinned) => command(browser, { type: 'repin-path', pinned: unpinned })}
        onExportPinned={(id) =>
          void command<Evidence>(browser, { type: 'export-pinned', id }).then(downloadEvidence).catch(fail)
        }
        onDownload={downloadText}
        onWatchProbe={(probe, show) => {
          const view = () => command<ProbeView>(browser, { type: 'probe-walks', ...probe, private: isPrivate })
          return watchView(view, onChanged, show, fail)
        }}
        onOpen={(url) => void openTab(url).catch(fail)}
      />
    </DraftsContext.Provider>
  )
}

/**
 * Opens a link in a new tab. Chrome tells of the first navigation of a tab that was made with a URL only when its page is
 * there, and a chain of redirects is to be followed as it goes: so the tab is made first.
 */
async function openTab(url: string): Promise<void> {
  const { id } = await browser.tabs.create({ url: 'about:blank' })
  if (id !== undefined) await browser.tabs.update(id, { url })
}

function clickOf(tabId: number | undefined, view: TabView | undefined): Click {
  if (tabId === undefined) return { kind: 'none' }
  if (!view) return { kind: 'loading' }
  const { path, sentence = '', live = false } = view
  return path ? { kind: 'path', path, sentence, live } : { kind: 'none' }
}
