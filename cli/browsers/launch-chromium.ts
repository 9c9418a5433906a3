import { type BrowserContext, chromium, type Page, type Worker } from 'playwright-core'
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
import { inTime, waitUntil } from './wait-until.ts'

/** How long the browser may take to start, and the extension in it, on a slow machine. */
const START_MS = 30_000
/** How long a page may take to come; a walk that waits for more is settled by the log, not by the page. */
const PAGE_MS = 30_000

export interface ChromiumSession extends BrowserSession {
  /** The driver itself, for tests that need more of it. */
  context: BrowserContext
  extensionId: string
}

/** The switches that every Chromium is started with here. */
export const usualSwitches = (): string[] => [
  // Chromium's sandbox refuses to run for root, as in containers; anyone else keeps it.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  // Chromium loads a failed page again after a second, and a walk would end before it or after.
  '--disable-auto-reload',
]

/** Starts Chromium with the extension loaded and listening. */
export async function launchChromium({
  executable,
  extension,
  headed,
  profile = '',
  switches = [],
  withoutSwitches = [],
  beside = [],
}: LaunchOptions): Promise<ChromiumSession> {
  const extensions = [extension, ...beside].join(',')
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: executable,
    headless: !headed,
    timeout: START_MS,
    args: [
      ...usualSwitches(),
      `--disable-extensions-except=${extensions}`,
      `--load-extension=${extensions}`,
      ...switches,
    ],
    ignoreDefaultArgs: ['--disable-extensions', ...withoutSwitches],
    ...(headed ? { viewport: null } : {}),
  })
  const closed = new Promise<void>((resolve) => context.once('close', () => resolve()))
  try {
    const extensionId = await backgroundListens(context)
    const version = await majorVersion(context)
    const open = async (page: Page, path: string) => {
      await page.goto(`chrome-extension://${extensionId}/${path}`)
      return extensionPage(page)
    }
    // The worker may sleep or be dead, so storage is read from a page. It takes the blank tab that Chromium starts
    // with, before the first walk, so that it never takes the foreground from one.
    let observer: Promise<ExtensionPage> | undefined
    const observe = async () => {
      observer ??= open(context.pages()[0] ?? (await context.newPage()), 'popup.html')
      return observer
    }
    return {
      context,
      extensionId,
      closed,
      version: () => version,
      openTab: async () => {
        await observe()
        return tab(await context.newPage())
      },
      openExtensionPage: async (path, size) => {
        const page = await context.newPage()
        if (size) await page.setViewportSize(size)
        return open(page, path)
      },
      inspectPage: async (tabId) => {
        await (await observe()).evaluate(inspectExpression(tabId))
      },
      storage: async () => (await observe()).evaluate('chrome.storage.session.get(null)'),
      close: async () => {
        await context.close()
        await closed
      },
    }
  } catch (error) {
    await context.close()
    throw error
  }
}

/** Waits until the worker's first tick has run and it is active: a navigation before that could be missed. */
async function backgroundListens(context: BrowserContext): Promise<string> {
  const worker = await waitUntil('the extension to start (branded Google Chrome cannot load one)', START_MS, () =>
    context.serviceWorkers().find((candidate) => candidate.url().startsWith('chrome-extension://')),
  )
  await waitUntil('the extension’s background to listen', START_MS, () => listens(worker))
  return new URL(worker.url()).host
}

const listens = (worker: Worker): Promise<boolean> =>
  worker.evaluate(
    `self.serviceWorker.state === 'activated' &&
      chrome.webRequest.onBeforeRequest.hasListeners() && chrome.webNavigation.onCommitted.hasListeners()`,
  )

async function majorVersion(context: BrowserContext): Promise<string> {
  const page = context.pages()[0] ?? (await context.newPage())
  const cdp = await context.newCDPSession(page)
  const { product } = await cdp.send('Browser.getVersion')
  await cdp.detach()
  return `Chromium ${/\/(\d+)/.exec(product)?.[1] ?? ''}`.trim()
}

function extensionPage(page: Page): ExtensionPage {
  return {
    evaluate: (expression) => page.evaluate(expression),
    screenshot: async (path) => void (await page.screenshot({ path, fullPage: true })),
    close: () => page.close(),
  }
}

function tab(first: Page): Tab {
  const chain = followTabs<Page>(first)
  return {
    goto: (url) =>
      first.goto(url, { timeout: PAGE_MS, waitUntil: 'domcontentloaded' }).then(
        () => undefined,
        (error: Error) => firstLine(error),
      ),
    click: async (selector, timeoutMs, how = 'plain') => {
      const element = newest(chain).locator(`css=${selector}`).first()
      await element.click({
        timeout: timeoutMs,
        noWaitAfter: true,
        ...(how === 'middle' ? { button: 'middle' } : {}),
        ...(how === 'to-new-tab' ? { modifiers: ['ControlOrMeta'] } : {}),
      })
    },
    press: (button) => press(newest(chain), button),
    metaRefresh: () => inTime(newest(chain).evaluate<string | undefined>(META_REFRESH)),
    close: async () => {
      await Promise.all(chain.map((page) => inTime(page.close()).catch(() => {})))
    },
  }
}

async function press(page: Page, button: BrowserButton): Promise<void> {
  const options = { timeout: PAGE_MS, waitUntil: 'commit' } as const
  const pressed = {
    back: () => page.goBack(options),
    forward: () => page.goForward(options),
    reload: () => page.reload(options),
  }
  await pressed[button]()
}

/** The driver's error without its call log. */
const firstLine = (error: Error): string => error.message.split('\n')[0] ?? ''
