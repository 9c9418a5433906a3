import type { ChromiumSession } from '../../cli/browsers/launch-chromium.ts'
import type { FirefoxSession } from '../../cli/browsers/launch-firefox.ts'
import type { BrowserName, BrowserSession } from '../../cli/browsers/session.ts'
import { waitUntil } from '../../cli/browsers/wait-until.ts'
import { startChromium, startFirefox } from './browsers.ts'
import { insideFirefox } from './inside-firefox.ts'

/** The extension is started anew when it is let into private windows. */
const PATIENCE_MS = 20_000

/**
 * A browser whose person has allowed the extension in private windows. Its pages of before went with the extension of before.
 *
 * @param profile folder of its profile, absolute
 */
export async function startWithPrivateWindows(name: BrowserName, profile: string): Promise<BrowserSession> {
  if (name === 'chromium') {
    const session = await startChromium({ profile })
    await allowInChromium(session)
    return session
  }
  const session = await startFirefox({ profile })
  await allowInFirefox(session)
  return session
}

/** By the switch on the page of extensions; an unpacked one starts anew in developer mode alone. */
async function allowInChromium({ context, extensionId }: ChromiumSession): Promise<void> {
  const page = await context.newPage()
  await page.goto('chrome://extensions/')
  await page.evaluate(`(async () => {
    const { updateProfileConfiguration, updateExtensionConfiguration } = chrome.developerPrivate
    await updateProfileConfiguration({ inDeveloperMode: true })
    await updateExtensionConfiguration({ extensionId: ${JSON.stringify(extensionId)}, incognitoAccess: true })
  })()`)
  await waitUntil('the extension to start anew', PATIENCE_MS, () =>
    page.evaluate(`(async () => {
      const all = await chrome.developerPrivate.getExtensionsInfo({})
      const own = all.find(({ id }) => id === ${JSON.stringify(extensionId)})
      return own.state === 'ENABLED' && own.incognitoAccess.isActive
    })()`),
  )
  await page.close()
}

async function allowInFirefox(session: FirefoxSession): Promise<void> {
  const host = new URL(session.extensionRoot).host
  const isAllowed = await insideFirefox(
    session,
    `(async () => {
      const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs')
      const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs')
      const { id } = WebExtensionPolicy.getByHostname(${JSON.stringify(host)})
      await ExtensionPermissions.add(id, { permissions: ['internal:privateBrowsingAllowed'], origins: [] })
      await (await AddonManager.getAddonByID(id)).reload()
      return WebExtensionPolicy.getByID(id).privateBrowsingAllowed
    })()`,
  )
  if (isAllowed !== true) throw new Error('Firefox did not let the extension into its private windows')
}
