import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { puppeteerExtensionPage, puppeteerTab } from './puppeteer-tab.ts'
import { type BrowserSession, inspectExpression, type LaunchOptions } from './session.ts'
import { turns } from './turns.ts'
import { waitUntil } from './wait-until.ts'

/** How long the browser may take to start, and the extension in it, on a slow machine. */
const START_MS = 60_000

/** The host of the extension's pages: Firefox would make one up, and tell nobody. */
const UUID = 'c11c4a7b-0000-4000-8000-000000000001'

export interface FirefoxSession extends BrowserSession {
  /** The driver itself, for tests that need more of it. */
  browser: Browser
  /** Root of the extension's pages, with a slash at its end. */
  extensionRoot: string
}

/** Starts Firefox with the extension loaded and listening. */
export async function launchFirefox({
  executable,
  extension,
  headed,
  profile,
  preferences,
  beside = [],
}: LaunchOptions): Promise<FirefoxSession> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: executable,
    headless: !headed,
    timeout: START_MS,
    ...(profile === undefined ? {} : { userDataDir: profile }),
    // Without it the driver may not look into the extension's own pages.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      ...preferences,
      'extensions.webextensions.uuids': JSON.stringify({ [await geckoId(extension)]: UUID }),
      // A driver loads an extension for one run; what it stored stays, as it does where it is installed.
      'extensions.webextensions.keepStorageOnUninstall': true,
    },
    defaultViewport: null,
  })
  const closed = new Promise<void>((resolve) => browser.once('disconnected', () => resolve()))
  try {
    for (const folder of [...beside, extension]) await browser.installExtension(folder)
    const extensionRoot = `moz-extension://${UUID}/`
    const version = `Firefox ${/(\d+)/.exec(await browser.version())?.[1] ?? ''}`.trim()
    const openExtensionPage = async (path: string, size?: { width: number; height: number }) => {
      const page = await openPage(browser, extensionRoot + path)
      if (size) await page.setViewport(size)
      return puppeteerExtensionPage(page)
    }
    const inTurn = turns()
    const observer = await openExtensionPage('popup.html')
    // Resolves when the background page has loaded, and loads it when it sleeps.
    await observer.evaluate('browser.runtime.getBackgroundPage().then((page) => page !== null)')
    return {
      browser,
      extensionRoot,
      closed,
      version: () => version,
      openTab: async () => puppeteerTab(await inTurn(() => browser.newPage()), inTurn),
      openExtensionPage,
      inspectPage: async (tabId) => {
        await observer.evaluate(inspectExpression(tabId))
      },
      storage: () => observer.evaluate('browser.storage.session.get(null)'),
      close: () => browser.close(),
    }
  } catch (error) {
    await browser.close()
    throw error
  }
}

async function geckoId(extension: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(extension, 'manifest.json'), 'utf8'))
  return manifest.browser_specific_settings.gecko.id
}

/** The driver never says that such a page has come, so it is known by its address. */
async function openPage(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage()
  page.goto(url).catch(() => {})
  await waitUntil(`the extension’s page ${url}`, START_MS, () =>
    page.evaluate(`location.href === ${JSON.stringify(url)} && document.readyState === 'complete'`),
  )
  return page
}
