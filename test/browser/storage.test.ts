import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BROWSER_NAMES, type BrowserSession, type ExtensionPage } from '../../cli/browsers/session.ts'
import { waitUntil } from '../../cli/browsers/wait-until.ts'
import { ADS, LANDING } from '../funnel/hosts.ts'
import { type DemoFunnel, startFunnel } from '../funnel/server.ts'
import { pathWith, startBrowser, waitForPath } from './browsers.ts'

const PATIENCE_MS = 20_000
const SESSION = '(globalThis.browser ?? chrome).storage.session'
/**
 * Fills the store to the last kilobyte, whatever the browser counts as one: with ever smaller pieces until each is
 * refused. @returns the browser's words for the last refusal
 */
const FILL = `(async () => {
  let refused = ''
  for (let size = 4 * 1024 * 1024, n = 0; size >= 1024; size /= 2) {
    for (refused = ''; refused === ''; n++)
      await ${SESSION}.set({ ['junk' + n]: 'x'.repeat(size) }).catch((error) => { refused = String(error) })
  }
  return refused
})()`

describe.each(BROWSER_NAMES)('what is stored in real %s', (name) => {
  let funnel: DemoFunnel
  let session: BrowserSession
  let page: ExtensionPage

  beforeAll(async () => {
    funnel = await startFunnel({ tls: false })
    session = await startBrowser(name)
    page = await session.openExtensionPage('popup.html')
  })
  afterAll(async () => {
    await session?.close()
    await funnel?.close()
  })

  const stored = async () => JSON.stringify(await session.storage())

  async function walk(url: string): Promise<void> {
    const tab = await session.openTab()
    await tab.goto(url)
    await tab.close()
  }

  it('is nothing of a page without identifier or redirect, once another came', async () => {
    const tab = await session.openTab()
    const plain = funnel.url(LANDING, '/nothing-here?color=plainPageOfNoInterest')
    await tab.goto(plain)
    await waitUntil('the page to be recorded', PATIENCE_MS, async () =>
      (await stored()).includes('plainPageOfNoInterest'),
    )
    await tab.goto(funnel.url(LANDING, '/nothing-here?color=nextPage'))
    await waitUntil('the page to be forgotten', PATIENCE_MS, async () => {
      const now = await stored()
      return now.includes('nextPage') && !now.includes('plainPageOfNoInterest')
    })
    await tab.close()
  })

  it('is nothing of such a page once its tab is closed', async () => {
    const tab = await session.openTab()
    await tab.goto(funnel.url(LANDING, '/nothing-here?color=closedPageOfNoInterest'))
    await waitUntil('the page to be recorded', PATIENCE_MS, async () =>
      (await stored()).includes('closedPageOfNoInterest'),
    )
    await tab.close()
    await waitUntil('the page to be forgotten', PATIENCE_MS, async () => !(await stored()).includes('closedPageOf'))
  })

  // Firefox lets a tab that it takes out of memory keep its id, and shows the page again there.
  it.runIf(name === 'chromium')('is nothing of such a page once its tab was taken out of memory', async () => {
    const tab = await session.openTab()
    await tab.goto(funnel.url(LANDING, '/nothing-here?color=discardedPageOfNoInterest'))
    await waitUntil('the page to be recorded', PATIENCE_MS, async () =>
      (await stored()).includes('discardedPageOfNoInterest'),
    )
    await page.evaluate(`(async () => {
      await chrome.tabs.update((await chrome.tabs.getCurrent()).id, { active: true })
      const all = await chrome.tabs.query({})
      await chrome.tabs.discard(all.find(({ url }) => url?.includes('discardedPage')).id)
    })()`)
    await waitUntil('the page to be forgotten', PATIENCE_MS, async () => !(await stored()).includes('discardedPageOf'))
    await tab.close()
  })

  it('makes room for the newest click when the browser lets it hold no more', async () => {
    const click = (mark: string) => funnel.url(ADS, `/?n=${mark}&clickid=${'longClickId'.repeat(60)}`)
    for (const mark of ['oldest', 'older', 'old']) {
      await walk(click(mark))
      await waitForPath(session, `n=${mark}&`, ({ hops }) => hops.at(-1)?.status === 200)
    }
    const refused = await page.evaluate<string>(FILL)
    expect(refused).toMatch(/quota/i)
    for (let n = 0; n < 6; n++) await walk(click(`newer${n}`))
    const newest = await waitForPath(session, 'n=newer5&', ({ hops }) => hops.at(-1)?.status === 200)
    expect(newest.identifiers.map(({ outcome }) => outcome)).toEqual(['delivered'])
    expect(await pathWith(session, 'n=oldest&')).toBeUndefined()
    await page.evaluate<null>(
      `${SESSION}.get(null).then((all) => ${SESSION}.remove(Object.keys(all).filter((k) => k.startsWith('junk')))).then(() => null)`,
    )
  })
})
