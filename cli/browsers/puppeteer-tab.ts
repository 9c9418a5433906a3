import type { Page } from 'puppeteer-core'
import { type BrowserButton, type ExtensionPage, META_REFRESH, type Tab } from './session.ts'
import { followTabs, newest } from './tab-chain.ts'
import type { turns } from './turns.ts'
import { inTime, waitUntil } from './wait-until.ts'

/** How long a page may take to come; a walk that waits for more is settled by the log, not by the page. */
const PAGE_MS = 30_000

/** The driver does not hear of a page that comes out of memory, and would wait for it. */
const PRESS_MS = 5_000

/** The key by which the browser opens a link in another tab. */
const NEW_TAB_KEY = process.platform === 'darwin' ? 'Meta' : 'Control'

/** A page of the extension, as Puppeteer drives it. */
export function puppeteerExtensionPage(page: Page): ExtensionPage {
  return {
    evaluate: <T>(expression: string) => page.evaluate(expression) as Promise<T>,
    screenshot: async (path) => void (await page.screenshot({ path: path as `${string}.png`, fullPage: true })),
    close: () => page.close(),
  }
}

/**
 * A tab, as Puppeteer drives it.
 *
 * @param inTurn Firefox draws, and so clicks, in the foreground tab alone, and opens a tab beside the one that is there:
 *   walks that run side by side take turns at that
 */
export function puppeteerTab(first: Page, inTurn: ReturnType<typeof turns>): Tab {
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
