import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ChromiumSession } from '../../cli/browsers/launch-chromium.ts'
import { waitUntil } from '../../cli/browsers/wait-until.ts'
import { pathWith, startChromium, waitForPath } from './browsers.ts'
import { openPopup } from './popup-page.ts'

const HOPS = 12
const LAST = HOPS - 1

describe('the worker is killed in the middle of a chain', () => {
  let session: ChromiumSession
  let server: Server
  let port: number
  /** What happens before hop n is answered. */
  let beforeAnswer: (n: number, mark: string) => Promise<void>

  beforeAll(async () => {
    session = await startChromium()
    server = createServer(async (request, response) => {
      const asked = new URL(request.url ?? '/', 'http://chain.localhost')
      const mark = asked.searchParams.get('clickid') ?? ''
      const n = Number(asked.pathname.slice('/hop/'.length))
      if (mark !== '') await beforeAnswer(n, mark)
      if (mark !== '' && n < LAST) response.writeHead(302, { location: hopUrl(n + 1, mark) }).end()
      else response.writeHead(200, { 'content-type': 'text/html' }).end('<title>The end</title>')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    port = (server.address() as AddressInfo).port
  })
  afterAll(async () => {
    await session?.close()
    server?.closeAllConnections()
    server?.close()
  })

  const hopUrl = (n: number, mark: string) => `http://h${n}.localhost:${port}/hop/${n}?clickid=${mark}`

  /** @returns how many workers were killed */
  async function killWorker(): Promise<number> {
    const page = session.context.pages()[0]
    if (!page) throw new Error('Chromium has no page')
    const cdp = await session.context.newCDPSession(page)
    const { targetInfos } = await cdp.send('Target.getTargets')
    const workers = targetInfos.filter((t) => t.type === 'service_worker' && t.url.includes(session.extensionId))
    for (const { targetId } of workers) await cdp.send('Target.closeTarget', { targetId })
    await cdp.detach()
    return workers.length
  }

  it.each(Array.from({ length: HOPS }, (_, n) => n))('at hop %i: no hop is lost or doubled', async (position) => {
    let killed = 0
    beforeAnswer = async (n, mark) => {
      if (n !== position) return
      // Not before the browser has told of this hop: what it never told to anyone, nobody can keep.
      await waitUntil(`hop ${n} to be recorded`, 10_000, async () => {
        const path = await pathWith(session, mark)
        return path?.hops.at(-1)?.url === hopUrl(n, mark)
      })
      killed = await killWorker()
    }
    const mark = `kill${position}AtThisHop`
    const tab = await session.openTab()
    await tab.goto(hopUrl(0, mark))
    const path = await waitForPath(session, mark, ({ hops }) => hops.at(-1)?.status === 200)
    await tab.close()

    expect(killed).toBe(1)
    expect(path.hops.map((hop) => [hop.url, hop.status])).toEqual(
      Array.from({ length: HOPS }, (_, n) => [hopUrl(n, mark), n === LAST ? 200 : 302]),
    )
    expect(path.identifiers.map(({ name, outcome }) => ({ name, outcome }))).toEqual([
      { name: 'clickid', outcome: 'delivered' },
    ])
  })

  it('between the click and the popup: the new worker judges what the old one recorded', async () => {
    beforeAnswer = async () => {}
    const mark = 'killBeforeThePopup'
    const tab = await session.openTab()
    await tab.goto(hopUrl(0, mark))
    const path = await waitForPath(session, mark, ({ hops }) => hops.at(-1)?.status === 200)
    expect(await killWorker()).toBe(1)
    const popup = await openPopup(session, path.hops.at(-1)?.tabId ?? -1)
    await popup.sees(`clickid arrived intact at h${LAST}.localhost after ${HOPS} hops`)
    await popup.close()
    await tab.close()
  })
})
