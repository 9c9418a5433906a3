import type { BrowserSession } from '../browsers/session.ts'
import { waitUntil } from '../browsers/wait-until.ts'

/** The popup's own width; it grows downwards with what it has to say. */
const SIZE = { width: 600, height: 600 }
const RENDER_MS = 15_000

/** Saves a picture of the popup as it looks over a tab. @param file ends in .png */
export async function savePopup(session: BrowserSession, tabId: number, file: string): Promise<void> {
  const popup = await session.openExtensionPage(`popup.html?tab=${tabId}`, SIZE)
  try {
    await waitUntil('the popup to show the click', RENDER_MS, () =>
      popup.evaluate<boolean>(`document.querySelector('h1') !== null && document.fonts.status === 'loaded'`),
    )
    await popup.screenshot(file)
  } finally {
    await popup.close()
  }
}
