import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BROWSER_NAMES, type BrowserSession, type Tab } from '../../cli/browsers/session.ts'
import { type DemoFunnel, startFunnel } from '../funnel/server.ts'
import { startBrowser } from './browsers.ts'
import { openPopup, type Popup } from './popup-page.ts'
import { walkKept } from './walk-kept.ts'

describe.each(BROWSER_NAMES)('a test postback, from the click to the words on screen, in real %s', (name) => {
  let funnel: DemoFunnel
  let session: BrowserSession
  let popup: Popup
  let tab: Tab
  let clickId: string
  let tabId: number

  beforeAll(async () => {
    funnel = await startFunnel()
    session = await startBrowser(name)
    tab = await session.openTab()
    // A cookie that the receiver set earlier must never go along.
    await tab.goto(funnel.url('postback.localhost', '/cookie'))
    ;({ tabId, value: clickId } = await walkKept(session, funnel, 'clickid', tab))
    popup = await openPopup(session, tabId)
    await popup.tab('Test postback')
  })
  afterAll(async () => {
    await session?.close()
    await funnel?.close()
  })

  let first = true
  async function fire(url: string, method: 'GET' | 'POST' = 'GET', anyway = false) {
    if (!first) await popup.press('New')
    first = false
    await popup.type('Postback URL', url)
    await popup.type('Name', url.slice(-30))
    await popup.type('Method', method)
    await popup.press('Save endpoint')
    await popup.press('Fire test postback')
    if (anyway) await popup.press('Fire anyway')
  }

  const receiver = (path: string) => funnel.url('postback.localhost', path)

  it('carries the click ID of this click, without cookies and without a referrer', async () => {
    expect(clickId).not.toBe('')
    const arrived = funnel.waitFor((request) => request.url.includes('/postback?cid='))
    await fire(receiver('/postback?cid={clickid}&status=sale'))
    const request = await arrived
    expect(request.method).toBe('GET')
    expect(new URLSearchParams(request.query).get('cid')).toBe(clickId)
    expect(request.headers.cookie).toBeUndefined()
    expect(request.headers.referer).toBeUndefined()
    await popup.sees('The receiver')
  })

  it('never calls a bare 200 a conversion', async () => {
    await fire(receiver('/204?cid={clickid}'))
    await popup.sees('The server answered 204')
    await popup.sees('That proves that it was reached, not that the conversion was counted.')
  })

  it('is sent by POST where the tracker wants that', async () => {
    const arrived = funnel.waitFor((request) => request.method === 'POST' && request.host === 'postback.localhost')
    await fire(receiver('/postback?cid={clickid}&txid=post-1'), 'POST')
    expect((await arrived).url).toContain(clickId)
  })

  it('is told apart: the server fails with a 500', async () => {
    await fire(receiver('/500?cid={clickid}'))
    await popup.sees('The receiver failed with an error of its own')
  })

  it('is told apart: no such host', async () => {
    await fire('http://no-such-host.invalid/postback?cid={clickid}')
    await popup.sees('The host was not found')
  })

  it('is told apart: the connection is refused', async () => {
    const port = await closedPort()
    await fire(`http://localhost:${port}/postback?cid={clickid}`)
    await popup.sees('The host refused the connection')
  })

  it('is told apart: the TLS certificate is not to be trusted', async () => {
    await fire(funnel.tlsUrl('postback.localhost', '/postback?cid={clickid}'))
    await popup.sees('No secure connection to the host')
  })

  it('is told apart: no answer within ten seconds', async () => {
    await fire(receiver('/hang?cid={clickid}'))
    await popup.sees('The host did not answer in time')
  })

  it('shows a body that is too long cut at 64 KiB', async () => {
    await fire(receiver('/big?cid={clickid}'))
    await popup.sees('cut at 64 KiB')
  })

  it('says what is wrong before firing, and asks first', async () => {
    await popup.press('New')
    await popup.type('Postback URL', receiver('/postback?cid={nothing_fills_this}'))
    await popup.type('Name', 'unfilled')
    await popup.press('Save endpoint')
    await popup.sees('nothing_fills_this')
    await popup.press('Fire test postback')
    await popup.sees('Fire anyway')
    expect(funnel.requests.filter(({ url }) => url.includes('nothing_fills_this'))).toEqual([])
  })

  it('asks before the same transaction is sent again, and sends it when that is meant', async () => {
    const sent = () => funnel.requests.filter(({ url }) => url.includes('txid=once-1')).length
    await popup.press('New')
    await popup.type('Postback URL', receiver('/postback?cid={clickid}&txid=once-1'))
    await popup.type('Name', 'Twice')
    await popup.press('Save endpoint')
    await popup.sees(`cid=${clickId}&txid=once-1`)
    await popup.press('Fire test postback')
    await funnel.waitFor(() => sent() === 1)
    await popup.press('Fire test postback')
    await popup.sees('This transaction was sent at')
    expect(sent()).toBe(1)
    await popup.press('Fire anyway')
    await funnel.waitFor(() => sent() === 2)
  })

  it('keeps what was typed into the endpoint’s form when the popup closes', async () => {
    const typed = receiver('/postback?cid={clickid}&half=typed')
    await popup.press('New')
    await popup.type('Postback URL', typed)
    await popup.type('Name', 'Half typed')
    await popup.type('Method', 'POST')
    await popup.close()
    popup = await openPopup(session, tabId)
    await popup.tab('Test postback')
    await popup.sees('Save endpoint')
    const fields =
      "[...document.querySelectorAll('.endpoint-form :is(textarea, input, select)')].map(({ value }) => value)"
    expect(await popup.page.evaluate<string[]>(fields)).toEqual([typed, 'Half typed', 'POST'])
    await popup.press('Save endpoint')
    await popup.sees('half=typed')
  })

  it('keeps every attempt', async () => {
    await popup.sees('Earlier attempts')
  })
})

/** A port that was free a moment ago: nobody listens on it. */
async function closedPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
