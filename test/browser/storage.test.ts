import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BROWSER_NAMES, type BrowserSession, type ExtensionPage } from '../../cli/browsers/session.ts'
import { waitUntil } from '../../cli/browsers/wait-until.ts'
import { ADS, LANDING } from '../funnel/hosts.ts'
import { type DemoFunnel, startFunnel } from '../funnel/server.ts'
import { pathWith, startBrowser, waitForPath } from './browsers.ts'

const PATIENCE_MS = 20_000
const API = '(globalThis.browser ?? chrome)'
const SESSION = `${API}.storage.session`
const isAt = (mark: string) => `({ url }) => url?.includes('${mark}')`

/** Takes the tab whose URL has this mark out of memory, once it is not the one that is looked at. */
const discard = (mark: string) => `(async () => {
  await ${API}.tabs.update((await ${API}.tabs.getCurrent()).id, { active: true })
  await ${API}.tabs.discard((await ${API}.tabs.query({})).find(${isAt(mark)}).id)
  return true
})()`

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
    await page.evaluate(discard('discardedPage'))
    await waitUntil('the page to be forgotten', PATIENCE_MS, async () => !(await stored()).includes('discardedPageOf'))
    await tab.close()
  })

  it('is the click as it was when its tab is taken out of memory', async () => {
    const tab = await session.openTab()
    await tab.goto(funnel.url(ADS, '/?clickid=discardedClick'))
    await waitForPath(session, 'discardedClick', ({ hops }) => hops.at(-1)?.status === 200)
    await page.evaluate(discard('discardedClick'))
    await waitUntil('the tab to be out of memory', PATIENCE_MS, () =>
      page.evaluate<boolean>(
        `${API}.tabs.query({ discarded: true }).then((tabs) => tabs.some(${isAt('discardedClick')}))`,
      ),
    )
    // The browser tells of a page that is left after that of one that is taken out of memory.
    const next = await session.openTab()
    await next.goto(funnel.url(ADS, '/?clickid=afterTheDiscarded'))
    await waitForPath(session, 'afterTheDiscarded', ({ hops }) => hops.at(-1)?.status === 200)
    expect((await pathWith(session, 'discardedClick'))?.hops).toHaveLength(1)
    await tab.close()
    await next.close()
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
