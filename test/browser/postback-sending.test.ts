import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BROWSER_NAMES, type BrowserSession, type ExtensionPage } from '../../cli/browsers/session.ts'
import { waitUntil } from '../../cli/browsers/wait-until.ts'
import type { PostbackAttempt, PostbackRequest } from '../../lib/model/postback.ts'
import { startBrowser } from './browsers.ts'

const PAGE = `<!doctype html><script>fetch('http://localhost:' + location.port + '/from-page', { method: 'POST' })</script>`

interface Arrived {
  method: string
  url: string
  headers: IncomingHttpHeaders
  body: string
}

describe.each(BROWSER_NAMES)('what a receiver gets from the extension, in real %s', (name) => {
  const arrived: Arrived[] = []
  let busy = 0
  const receiver = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const { method = '', url = '', headers } = request
    // A browser asks for the icon of a page by itself, whenever it likes: that is nothing that was sent.
    if (url === '/favicon.ico') return void response.writeHead(404).end()
    arrived.push({ method, url, headers, body })
    if (url.startsWith('/first')) response.writeHead(307, { location: '/second?x=1' }).end()
    else if (url.startsWith('/second')) response.writeHead(302, { location: '/pb?x=2' }).end()
    else if (url.startsWith('/busy') && busy++ < 1) response.writeHead(503).end('later')
    else if (url === '/page') response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE)
    else response.writeHead(200, { 'access-control-allow-origin': '*' }).end('success=true;')
  })
  let origin = ''
  let session: BrowserSession
  let page: ExtensionPage

  beforeAll(async () => {
    await new Promise<void>((listening) => receiver.listen(0, '127.0.0.1', listening))
    origin = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`
    session = await startBrowser(name)
    page = await session.openExtensionPage('popup.html?tab=-1', { width: 600, height: 600 })
  })
  afterAll(async () => {
    await session?.close()
    await new Promise((closed) => {
      receiver.close(closed)
      receiver.closeAllConnections()
    })
  })

  let fired = 0
  async function fire(request: PostbackRequest, more: Record<string, unknown> = {}): Promise<PostbackAttempt> {
    const command = { type: 'fire-postback', attemptId: `a${fired++}`, request, private: false, ...more }
    const reply = await page.evaluate<{ value: PostbackAttempt }>(
      `chrome.runtime.sendMessage(${JSON.stringify(command)})`,
    )
    return reply.value
  }
  const last = () => arrived.at(-1)

  it('a POST has no Origin, no Referer and no cookie: nothing says that an extension sent it', async () => {
    await fire({ method: 'POST', url: `${origin}/pb?cid=1` })
    expect(last()).toMatchObject({ method: 'POST', url: '/pb?cid=1', body: '' })
    expect(last()?.headers).not.toHaveProperty('origin')
    expect(last()?.headers).not.toHaveProperty('referer')
    expect(last()?.headers).not.toHaveProperty('cookie')
  })

  it('a page of the web keeps its Origin', async () => {
    const tab = await session.openTab()
    await tab.goto(`${origin}/page`)
    const sent = await waitUntil('the page to post', 10_000, async () =>
      arrived.find(({ url }) => url === '/from-page'),
    )
    expect(sent).toMatchObject({ method: 'POST', headers: { origin } })
  })

  it('a JSON body and headers of the user’s own', async () => {
    await fire({
      method: 'POST',
      url: `${origin}/pb`,
      headers: [{ name: 'X-Api-Key', value: 'k-1' }],
      body: { type: 'json', text: '{"cid":"1"}' },
    })
    expect(last()).toMatchObject({
      body: '{"cid":"1"}',
      headers: { 'content-type': 'application/json', 'x-api-key': 'k-1' },
    })
  })

  it('redirects are followed, and listed in order', async () => {
    const { redirects, response } = await fire({ method: 'GET', url: `${origin}/first?cid=1` })
    expect(response?.finalUrl).toBe(`${origin}/pb?x=2`)
    expect(redirects).toEqual([
      { url: `${origin}/first?cid=1`, status: 307, to: `${origin}/second?x=1` },
      { url: `${origin}/second?x=1`, status: 302, to: `${origin}/pb?x=2` },
    ])
  })

  it('a receiver that says "not now" is asked again, as often as it is set', async () => {
    const attempt = await fire({ method: 'GET', url: `${origin}/busy` }, { retries: 1 })
    expect(attempt).toMatchObject({ response: { status: 200 }, earlierTries: [{ status: 503 }] })
  })

  it('without the rule it would have had an Origin: that is what the rule is there for', async () => {
    await page.evaluate('chrome.declarativeNetRequest.updateSessionRules({ removeRuleIds: [1] }).then(() => 1)')
    await page.evaluate(`fetch('${origin}/pb?bare', { method: 'POST' }).then(() => 1)`)
    expect(last()).toMatchObject({ url: '/pb?bare', headers: { origin: expect.stringMatching(/extension:|null/) } })
    await fire({ method: 'POST', url: `${origin}/pb?again` })
    expect(last()?.headers).not.toHaveProperty('origin')
  })
})
