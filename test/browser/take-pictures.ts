import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { waitUntil } from '../../cli/browsers/wait-until.ts'
import { ensureBuild } from '../../cli/build.ts'
import { ROOT } from '../../cli/root.ts'
import { SCENARIOS } from '../funnel/scenarios.ts'
import { startFunnel } from '../funnel/server.ts'
import { settledPath, startChromium } from './browsers.ts'

/** The walk that is shown: the tracker's 302 goes on without the fbclid that it was given. */
const SHOWN = 'tracker-drops-fbclid'
const FOLDER = join(ROOT, 'docs/images')
/** Hosts without a port read as they do on the web. Where the port is taken, the pictures show another one. */
const USUAL_PORT = 80

const POPUP = { width: 600, height: 600 }

/** Takes the README's pictures anew: `node test/browser/take-pictures.ts`. */
async function takePictures(): Promise<void> {
  await ensureBuild('chromium', console.error)
  const scenario = SCENARIOS.find(({ id }) => id === SHOWN)
  if (!scenario) throw new Error(`there is no scenario ${SHOWN}`)
  const funnel = await startFunnel({ port: USUAL_PORT, tls: false }).catch(() => startFunnel({ tls: false }))
  const session = await startChromium()
  try {
    const tab = await session.openTab()
    await tab.goto(funnel.url(scenario.start.host, scenario.start.path))
    for (const { click } of scenario.steps ?? []) await tab.click(click, 10_000)
    const { hops } = await settledPath(session, scenario.start.path)

    mkdirSync(FOLDER, { recursive: true })
    const page = await session.context.newPage()
    await page.setViewportSize(POPUP)
    // Playwright sets a scale for a whole browser only, and at its start; the protocol takes one for a picture.
    const driver = await session.context.newCDPSession(page)
    await page.goto(`chrome-extension://${session.extensionId}/popup.html?tab=${hops.at(-1)?.tabId}`)
    await waitUntil('the popup', 10_000, () => page.locator('.verdict h1').isVisible())
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const path = join(FOLDER, `popup-${colorScheme}.png`)
      const { data } = await driver.send('Page.captureScreenshot', { clip: { x: 0, y: 0, ...POPUP, scale: 2 } })
      writeFileSync(path, data, 'base64')
      console.log(path)
    }
  } finally {
    await session.close()
    await funnel.close()
  }
}

await takePictures()
