import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BROWSER_NAMES, type BrowserSession, type ExtensionPage } from '../../cli/browsers/session.ts'
import { waitUntil } from '../../cli/browsers/wait-until.ts'
import { ADS, LANDING } from '../funnel/hosts.ts'
import { type DemoFunnel, startFunnel } from '../funnel/server.ts'
import { pathWith, startBrowser, waitForPath } from './browsers.ts'

const PATIENCE_MS = 20_000
const SESSION = '(globalThis.browser ?? chrome).storage.session'
/** How Chromium bounds `storage.session`. */
const QUOTA = 10 * 1024 * 1024
/** Bytes that hold a click with a long ID, and not six of them. */
const ROOM = 4_000

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

  // Firefox counts bytes in a way of its own, so that what is left there is not known to hold one click and not six.
  if (name !== 'chromium') return

  it('makes room for the newest click when the browser lets it hold no more', async () => {
    await walk(funnel.url(ADS, '/?clickid=oldestClickOfAll'))
    await waitForPath(session, 'oldestClickOfAll', ({ hops }) => hops.at(-1)?.status === 200)
    const left = await page.evaluate<number>(`(async () => {
      const free = async () => ${QUOTA} - (await ${SESSION}.getBytesInUse(null))
      while ((await free()) > ${ROOM} + 500)
        await ${SESSION}.set({ ['junk' + (await free())]: 'x'.repeat(((await free()) - ${ROOM}) * 0.9) })
      return free()
    })()`)
    expect(left).toBeGreaterThan(ROOM * 0.9)
    for (let n = 0; n < 6; n++) await walk(funnel.url(ADS, `/?n=${n}&clickid=${'newerClick'.repeat(60)}`))
    const newest = await waitForPath(session, 'n=5&', ({ hops }) => hops.at(-1)?.status === 200)
    expect(newest.identifiers.map(({ outcome }) => outcome)).toEqual(['delivered'])
    expect(await pathWith(session, 'oldestClickOfAll')).toBeUndefined()
    await page.evaluate<null>(
      `${SESSION}.get(null).then((all) => ${SESSION}.remove(Object.keys(all).filter((k) => k.startsWith('junk')))).then(() => null)`,
    )
  })
})
