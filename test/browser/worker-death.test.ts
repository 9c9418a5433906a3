import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { BROWSER_NAMES, type BrowserSession } from '../../cli/browsers/session.ts'
import { waitUntil } from '../../cli/browsers/wait-until.ts'
import { pathWith, waitForPath } from './browsers.ts'
import { type ChainServer, serveChains } from './chain-server.ts'
import { startMortal } from './kill-background.ts'
import { openPopup } from './popup-page.ts'

const HOPS = 12
const LAST = HOPS - 1

describe.each(BROWSER_NAMES)('the background is ended in the middle of a chain, in real %s', (name) => {
  let session: BrowserSession
  let kill: () => Promise<number>
  let server: ChainServer

  beforeAll(async () => {
    ;({ session, kill } = await startMortal(name))
    server = await serveChains(HOPS)
  })
  afterEach(() => {
    server.beforeAnswer = async () => {}
  })
  afterAll(async () => {
    await session?.close()
    server?.close()
  })

  async function walk(mark: string) {
    const tab = await session.openTab()
    await tab.goto(server.url(0, mark))
    return { tab, path: await waitForPath(session, mark, ({ hops }) => hops.at(-1)?.status === 200) }
  }

  it.each(Array.from({ length: HOPS }, (_, n) => n))('at hop %i: no hop is lost or doubled', async (position) => {
    let killed = 0
    server.beforeAnswer = async (n, mark) => {
      if (n !== position) return
      // Not before the browser has told of this hop: what it never told to anyone, nobody can keep.
      await waitUntil(`hop ${n} to be recorded`, 10_000, async () => {
        const path = await pathWith(session, mark)
        return path?.hops.at(-1)?.url === server.url(n, mark)
      })
      killed = await kill()
    }
    const mark = `kill${position}AtThisHop`
    const { tab, path } = await walk(mark)
    await tab.close()

    expect(killed).toBe(1)
    expect(path.hops.map((hop) => [hop.url, hop.status])).toEqual(server.expected(mark))
    expect(path.identifiers.map(({ name, outcome }) => ({ name, outcome }))).toEqual([
      { name: 'clickid', outcome: 'delivered' },
    ])
  })

  it('between the click and the popup: the new background judges what the old one recorded', async () => {
    const { tab, path } = await walk('killBeforeThePopup')
    expect(await kill()).toBe(1)
    const popup = await openPopup(session, path.hops.at(-1)?.tabId ?? -1)
    await popup.sees(`clickid arrived intact at h${LAST}.localhost after ${HOPS} hops`)
    await popup.close()
    await tab.close()
  })
})
