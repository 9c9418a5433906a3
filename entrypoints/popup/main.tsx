import { render } from 'preact'
import { PopupFailure } from '../../components/popup-view.tsx'
import { currentTab } from '../../lib/browser/current-tab.ts'
import { extensionApi } from '../../lib/browser/extension-api.ts'
import { PopupApp } from './popup-app.tsx'
import '../../components/popup.css'

const root = document.getElementById('app')
if (root) {
  currentTab(extensionApi(), location.search).then(
    (tab) => render(<PopupApp tab={tab} />, root),
    (error: unknown) => render(<PopupFailure message={error instanceof Error ? error.message : String(error)} />, root),
  )
}
