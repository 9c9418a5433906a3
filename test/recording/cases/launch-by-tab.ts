import puppeteer, { type Browser } from 'puppeteer-core'
import { usualSwitches } from '../../../cli/browsers/launch-chromium.ts'
import { puppeteerExtensionPage, puppeteerTab } from '../../../cli/browsers/puppeteer-tab.ts'
import { type BrowserSession, inspectExpression, type LaunchOptions } from '../../../cli/browsers/session.ts'
import { turns } from '../../../cli/browsers/turns.ts'
import { waitUntil } from '../../../cli/browsers/wait-until.ts'

/** How long the browser may take to start, and the extension in it, on a slow machine. */
const START_MS = 30_000

/** Whether the background listens: a navigation before that could be missed. */
const LISTENS = `self.serviceWorker.state === 'activated' &&
  chrome.webRequest.onBeforeRequest.hasListeners() && chrome.webNavigation.onCommitted.hasListeners()`

/**
 * Starts Chromium as `launchChromium` does, by a driver that holds on to tabs and not to the pages in them.
 *
 * Chromium renders no page ahead (`PrerenderingDisabledByDevTools`) where a page is held, because the one that takes its
 * place is another; Playwright holds pages.
 */
export async function launchByTab({ executable, extension, switches = [] }: LaunchOptions): Promise<BrowserSession> {
  const browser = await puppeteer.launch({
    browser: 'chrome',
    executablePath: executable,
    headless: true,
    timeout: START_MS,
    enableExtensions: [extension],
    pipe: true,
    args: [...usualSwitches(), ...switches],
    defaultViewport: null,
  })
  const closed = new Promise<void>((resolve) => browser.once('disconnected', () => resolve()))
  try {
    const root = await backgroundListens(browser)
    const version = `Chromium ${/(\d+)/.exec(await browser.version())?.[1] ?? ''}`.trim()
    const openExtensionPage = async (path: string, size?: { width: number; height: number }) => {
      const page = await browser.newPage()
      if (size) await page.setViewport(size)
      await page.goto(root + path)
      return puppeteerExtensionPage(page)
    }
    const inTurn = turns()
    const observer = await openExtensionPage('popup.html')
    return {
      closed,
      version: () => version,
      openTab: async () => puppeteerTab(await inTurn(() => browser.newPage()), inTurn),
      openExtensionPage,
      inspectPage: (tabId) => observer.evaluate(inspectExpression(tabId)),
      storage: () => observer.evaluate('chrome.storage.session.get(null)'),
      close: () => browser.close(),
    }
  } catch (error) {
    await browser.close()
    throw error
  }
}

/** @returns the root of the extension's pages, with a slash at its end */
async function backgroundListens(browser: Browser): Promise<string> {
  const isBackground = (url: string) => url.startsWith('chrome-extension://')
  const target = await browser.waitForTarget((t) => t.type() === 'service_worker' && isBackground(t.url()), {
    timeout: START_MS,
  })
  const worker = await target.worker()
  await waitUntil('the extension’s background to listen', START_MS, () => worker?.evaluate(LISTENS) as Promise<boolean>)
  return new URL('/', target.url()).href
}
