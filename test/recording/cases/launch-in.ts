import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { findBrowser } from '../../../cli/browsers/find-browser.ts'
import { launchChromium } from '../../../cli/browsers/launch-chromium.ts'
import { launchFirefox } from '../../../cli/browsers/launch-firefox.ts'
import type { BrowserName, BrowserSession } from '../../../cli/browsers/session.ts'
import { insideFirefox } from '../../browser/inside-firefox.ts'
import { launchByTab } from './launch-by-tab.ts'
import { SURROUNDINGS, type Surroundings, type SurroundingsName } from './surroundings.ts'

/**
 * Starts a browser in the surroundings that a case needs.
 *
 * @param extension folder of the build
 * @returns the port that the case's server must have; 0 where any will do
 */
export async function launchIn(
  name: SurroundingsName,
  browser: BrowserName,
  extension: string,
): Promise<{ session: BrowserSession; port: number }> {
  const executable = findBrowser(browser)
  if (!executable) throw new Error(`no ${browser} is installed: npm test installs it`)
  const port = name === 'own-authority' ? await freePort() : 0
  const { authority, byTab, ...surroundings }: Surroundings = SURROUNDINGS[name](port)
  const options = { executable, extension, headed: false, ...surroundings }
  if (browser === 'chromium') return { session: await (byTab ? launchByTab : launchChromium)(options), port }
  const session = await launchFirefox(options)
  if (authority) await trust(session, await readFile(authority, 'utf8'))
  return { session, port }
}

function trust(session: Awaited<ReturnType<typeof launchFirefox>>, pem: string): Promise<unknown> {
  const [, base64 = ''] = /-----BEGIN CERTIFICATE-----([^-]+)/.exec(pem) ?? []
  const certificate = JSON.stringify(base64.replace(/\s/g, ''))
  return insideFirefox(
    session,
    `Cc['@mozilla.org/security/x509certdb;1'].getService(Ci.nsIX509CertDB).addCertFromBase64(${certificate}, 'CT,,') && true`,
  )
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}
