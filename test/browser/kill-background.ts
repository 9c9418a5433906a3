import type { FirefoxSession } from '../../cli/browsers/launch-firefox.ts'
import type { BrowserName, BrowserSession } from '../../cli/browsers/session.ts'
import { startChromium, startFirefox } from './browsers.ts'
import { insideFirefox } from './inside-firefox.ts'
import { killWorker } from './kill-worker.ts'

/** A browser whose background can be ended at will, as browsers do it. */
export interface Mortal {
  session: BrowserSession
  /** @returns how many backgrounds were alive, and are no more */
  kill(): Promise<number>
}

export async function startMortal(name: BrowserName): Promise<Mortal> {
  if (name === 'chromium') {
    const session = await startChromium()
    return { session, kill: () => killWorker(session) }
  }
  const session = await startFirefox()
  return { session, kill: () => endEventPage(session) }
}

/** What Firefox itself does to an event page that has been idle. */
async function endEventPage(session: FirefoxSession): Promise<number> {
  const states = await insideFirefox(
    session,
    `(async () => {
      const { extension } = WebExtensionPolicy.getByHostname(${JSON.stringify(new URL(session.extensionRoot).hostname)})
      const before = extension.backgroundState
      await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true })
      return [before, extension.backgroundState]
    })()`,
  )
  return JSON.stringify(states) === '["running","stopped"]' ? 1 : 0
}
