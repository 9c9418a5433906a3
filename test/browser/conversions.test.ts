import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BROWSER_NAMES, type BrowserSession } from '../../cli/browsers/session.ts'
import { waitUntil } from '../../cli/browsers/wait-until.ts'
import { ACCESS_TOKEN, EXPIRED_TOKEN, PIXEL_ID } from '../funnel/graph/answer-graph.ts'
import { GRAPH, OFFER } from '../funnel/hosts.ts'
import { type DemoFunnel, startFunnel } from '../funnel/server.ts'
import { startBrowser } from './browsers.ts'
import type { Popup } from './popup-page.ts'
import { walkKept } from './walk-kept.ts'
import { openWorkbench } from './workbench-page.ts'

describe.each(BROWSER_NAMES)('a test event for Meta in real %s', (name) => {
  let funnel: DemoFunnel
  let session: BrowserSession
  let workbench: Popup
  let fbclid: string

  beforeAll(async () => {
    funnel = await startFunnel()
    session = await startBrowser(name)
    const { tabId, value } = await walkKept(session, funnel, 'fbclid')
    fbclid = value
    workbench = await openWorkbench(session, tabId, '#conversions')
    await workbench.press('New Meta')
    await workbench.type('Base URL', funnel.url(GRAPH, '/'))
    await workbench.type('Pixel or data set', PIXEL_ID)
    await workbench.type('Test event code', 'TEST12345')
  })
  afterAll(async () => {
    await session?.close()
    await funnel?.close()
  })

  it('a token whose session has ended is refused, and the page says what to do', async () => {
    await workbench.type('Access token', EXPIRED_TOKEN)
    await workbench.press('Send test event')
    await workbench.sees('The token has expired.')
    await workbench.sees(/Code\s+190/)
    await workbench.sees(/Subcode\s+463/)
    await workbench.sees('Make a new token in the Events Manager')
  })

  it('with a good one the click is received, by its fbclid, and the page calls it a test', async () => {
    expect(fbclid).not.toBe('')
    await workbench.type('Access token', ACCESS_TOKEN)
    await workbench.type('E-mail', 'Jo@Example.com')
    const arrived = funnel.waitFor(({ body }) => body.includes(ACCESS_TOKEN))
    await workbench.press('Send test event')
    const { path, body } = await arrived
    expect(path).toMatch(new RegExp(`/${PIXEL_ID}/events$`))
    const [event] = JSON.parse(body).data
    expect(event.user_data.fbc).toMatch(new RegExp(`^fb\\.1\\.\\d{13}\\.${fbclid}$`))
    expect(body).not.toMatch(/jo@example/i)
    await workbench.sees('Meta took it as a test event')
    await workbench.sees(/Events received\s+1/)
  })

  it('an attempt fired again takes the saved token along, to its own host alone', async () => {
    const withToken = () => funnel.requests.filter(({ body }) => body.includes(ACCESS_TOKEN)).length
    const before = withToken()
    await workbench.tab('Attempts')
    await workbench.press('Fire again')
    const event = await workbench.page.evaluate<string>("document.querySelector('.replay textarea').value")
    await workbench.type('URL to fire again', funnel.url(OFFER, '/collect'))
    await workbench.sees('The token goes to the host of its own base URL alone')
    await workbench.type('URL to fire again', event)
    await workbench.press('Fire this again')
    await workbench.press('Fire anyway')
    await waitUntil('the event again', 10_000, async () => withToken() === before + 1)
    expect(funnel.requests.some(({ path }) => path === '/collect')).toBe(false)
  })

  it('a second data set is set up beside the first, named, deleted, and brought back', async () => {
    const chosen = () =>
      workbench.page.evaluate<string>("document.querySelector('.endpoint-item[aria-current]')?.innerText ?? ''")
    await workbench.tab('Conversions API')
    await workbench.press('New TikTok')
    await workbench.type('Name', 'TikTok, all shops')
    await waitUntil('the new name', 10_000, async () => (await chosen()).includes('TikTok, all shops'))
    await workbench.press('Delete')
    await waitUntil('the first again', 10_000, async () => (await chosen()).includes(PIXEL_ID))
    await workbench.press('Undo')
    await waitUntil('the second back', 10_000, async () => (await chosen()).includes('TikTok, all shops'))
  })

  it('an event keeps its ID when it is sent again, which is said, until a new one is asked for', async () => {
    await workbench.press('Meta Conversions API')
    await workbench.sees('with the same event ID')
    await workbench.press('New event ID')
    await waitUntil(
      'the warning to go',
      10_000,
      async () => !(await workbench.text()).includes('with the same event ID'),
    )
  })

  it('no token is kept in an attempt', async () => {
    const attempts = await workbench.page.evaluate<string>(
      `(globalThis.browser ?? chrome).storage.local.get(null).then((items) => JSON.stringify(
        Object.entries(items).filter(([key]) => key.startsWith('attempt'))))`,
    )
    expect(attempts).toContain(PIXEL_ID)
    expect(attempts).not.toContain(ACCESS_TOKEN)
    expect(attempts).not.toContain(EXPIRED_TOKEN)
  })
})
