import type { ChromiumSession } from '../../cli/browsers/launch-chromium.ts'
import type { FirefoxSession } from '../../cli/browsers/launch-firefox.ts'
import type { BrowserName, BrowserSession } from '../../cli/browsers/session.ts'
import { startChromium, startFirefox } from './browsers.ts'
import { insideFirefox } from './inside-firefox.ts'

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

async function killWorker({ context, extensionId }: ChromiumSession): Promise<number> {
  const page = context.pages()[0]
  if (!page) throw new Error('Chromium has no page')
  const cdp = await context.newCDPSession(page)
  const { targetInfos } = await cdp.send('Target.getTargets')
  const workers = targetInfos.filter((t) => t.type === 'service_worker' && t.url.includes(extensionId))
  for (const { targetId } of workers) await cdp.send('Target.closeTarget', { targetId })
  await cdp.detach()
  return workers.length
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
