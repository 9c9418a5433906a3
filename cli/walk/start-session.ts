import { ensureBrowser } from '../browsers/install-browser.ts'
import { launch } from '../browsers/launch.ts'
import type { BrowserName, BrowserSession } from '../browsers/session.ts'
import { ensureBuild } from '../build.ts'

/** A browser with an up-to-date build of the extension, installed and built first where something is missing. */
export async function startSession(
  name: BrowserName,
  headed: boolean,
  say: (line: string) => void,
): Promise<BrowserSession> {
  const executable = await ensureBrowser(name, say)
  const extension = await ensureBuild(name, say)
  return launch(name, { executable, extension, headed })
}
