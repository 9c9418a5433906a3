import { render } from 'preact'
import { browser } from 'wxt/browser'
import { draftsIn } from '../../lib/browser/drafts.ts'
import { WorkbenchApp } from './workbench-app.tsx'
import '../../components/workbench/workbench.css'

/** Opens on what was typed when it was closed; without that, where it cannot be read. */
async function open(root: HTMLElement): Promise<void> {
  const items = await browser.storage.session.get(null).catch(() => ({}))
  const about = new URLSearchParams(location.search)
  const typed = new Map(Object.entries(draftsIn(items, about.has('private'))))
  const section = location.hash.slice(1)
  if (section !== '') typed.set('workbench.section', section)
  render(<WorkbenchApp about={about} typed={typed} />, root)
}

const root = document.getElementById('app')
if (root) void open(root)
