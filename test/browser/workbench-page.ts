import type { BrowserSession } from '../../cli/browsers/session.ts'
import { usedPage } from './popup-page.ts'

/** The workbench over a tab's click, used by what a person sees on it. @param tabId of the click; none without one */
export async function openWorkbench(session: BrowserSession, tabId?: number, section = '') {
  const about = tabId === undefined ? '' : `?tab=${tabId}`
  return usedPage(await session.openExtensionPage(`workbench.html${about}${section}`, { width: 1280, height: 900 }))
}
