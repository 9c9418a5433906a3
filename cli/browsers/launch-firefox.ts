import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import {
  type BrowserButton,
  type BrowserSession,
  type ExtensionPage,
  inspectExpression,
  type LaunchOptions,
  META_REFRESH,
  type Tab,
} from './session.ts'
import { followTabs, newest } from './tab-chain.ts'
import { turns } from './turns.ts'
import { inTime, waitUntil } from './wait-until.ts'

/** How long the browser may take to start, and the extension in it, on a slow machine. */
const START_MS = 60_000
/** How long a page may take to come; a walk that waits for more is settled by the log, not by the page. */
const PAGE_MS = 30_000

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
      return extensionPage(page)
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
      openTab: async () => tab(await inTurn(() => browser.newPage()), inTurn),
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

function extensionPage(page: Page): ExtensionPage {
  return {
    evaluate: <T>(expression: string) => page.evaluate(expression) as Promise<T>,
    screenshot: async (path) => void (await page.screenshot({ path: path as `${string}.png`, fullPage: true })),
    close: () => page.close(),
  }
}

/** The key by which the browser opens a link in another tab. */
const NEW_TAB_KEY = process.platform === 'darwin' ? 'Meta' : 'Control'

/** The driver does not hear of a page that comes out of memory, and would wait for it. */
const PRESS_MS = 5_000

async function press(page: Page, button: BrowserButton): Promise<void> {
  const options = { timeout: PRESS_MS, waitUntil: 'domcontentloaded' } as const
  const pressed = {
    back: () => page.goBack(options),
    forward: () => page.goForward(options),
    reload: () => page.reload(options),
  }
  await pressed[button]().catch(() => {})
}

/** As the other driver does by itself: a page that asks whether to leave is left, any other question is declined. */
function answerDialogs(page: Page): void {
  page.on('dialog', (dialog) => {
    const answered = dialog.type() === 'beforeunload' ? dialog.accept() : dialog.dismiss()
    answered.catch(() => {})
  })
}

/**
 * @param inTurn Firefox draws, and so clicks, in the foreground tab alone, and opens a tab beside the one that is there:
 *   walks that run side by side take turns at that
 */
function tab(first: Page, inTurn: ReturnType<typeof turns>): Tab {
  const chain = followTabs<Page>(first, answerDialogs)
  return {
    goto: (url) =>
      first.goto(url, { timeout: PAGE_MS, waitUntil: 'domcontentloaded' }).then(
        () => undefined,
        // What follows the reason is the stack of Firefox's own code.
        (error: Error) => error.message.split(/ #|\n/)[0],
      ),
    click: async (selector, timeoutMs, how = 'plain') => {
      const there = `document.querySelector(${JSON.stringify(selector)}) !== null`
      await waitUntil(`an element ${selector}`, timeoutMs, () => newest(chain).evaluate(there) as Promise<boolean>)
      await inTurn(async () => {
        const page = newest(chain)
        await page.bringToFront()
        if (how === 'to-new-tab') await page.keyboard.down(NEW_TAB_KEY)
        await page
          .locator(selector)
          .setTimeout(timeoutMs)
          .click(how === 'middle' ? { button: 'middle' } : {})
        if (how === 'to-new-tab') await page.keyboard.up(NEW_TAB_KEY)
      })
    },
    press: (button) => press(newest(chain), button),
    metaRefresh: () => inTime(newest(chain).evaluate(META_REFRESH) as Promise<string | undefined>),
    close: () =>
      inTurn(async () => {
        await Promise.all(chain.map((page) => inTime(page.close()).catch(() => {})))
      }),
  }
}
