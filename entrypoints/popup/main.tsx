import { render } from 'preact'
import { POPUP_FIELDS } from '../../components/popup-fields.ts'
import { PopupFailure } from '../../components/popup-view.tsx'
import { type CurrentTab, currentTab } from '../../lib/browser/current-tab.ts'
import { draftKey, draftsIn } from '../../lib/browser/drafts.ts'
import { extensionApi } from '../../lib/browser/extension-api.ts'
import { PopupApp } from './popup-app.tsx'
import '../../components/popup.css'

/** What was typed when the popup was closed; nothing where that cannot be read. Only its own fields: the recording is stored beside them. */
async function typedOver({ private: isPrivate }: CurrentTab): Promise<Map<string, string>> {
  const keys = POPUP_FIELDS.map((field) => draftKey(field, isPrivate))
  const items = await extensionApi()
    .storage.session.get(keys)
    .catch(() => ({}))
  return new Map(Object.entries(draftsIn(items, isPrivate)))
}

const root = document.getElementById('app')
if (root) {
  currentTab(extensionApi(), location.search).then(
    async (tab) => render(<PopupApp tab={tab} typed={await typedOver(tab)} />, root),
    (error: unknown) => render(<PopupFailure message={error instanceof Error ? error.message : String(error)} />, root),
  )
}
