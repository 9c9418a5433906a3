import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BROWSER_NAMES, type BrowserSession } from '../../cli/browsers/session.ts'
import { POSTBACK } from '../funnel/hosts.ts'
import { SCENARIOS } from '../funnel/scenarios.ts'
import { type DemoFunnel, startFunnel } from '../funnel/server.ts'
import { settledPath, startBrowser } from './browsers.ts'
import type { Popup } from './popup-page.ts'
import { openWorkbench } from './workbench-page.ts'

describe.each(BROWSER_NAMES)('the workbench in real %s', (name) => {
  let funnel: DemoFunnel
  let session: BrowserSession
  let workbench: Popup
  let tabId: number
  let clickId: string

  beforeAll(async () => {
    funnel = await startFunnel()
    session = await startBrowser(name)
    const scenario = SCENARIOS.find((s) => s.theme === 'kept' && s.expect.outcomes?.clickid === 'delivered')
    if (!scenario) throw new Error('no scenario keeps a click ID')
    const tab = await session.openTab()
    await tab.goto(funnel.url(scenario.start.host, scenario.start.path))
    for (const { click } of scenario.steps ?? []) await tab.click(click, 10_000)
    const path = await settledPath(session, scenario.start.path)
    clickId = path.identifiers.find((identifier) => identifier.name === 'clickid')?.value ?? ''
    tabId = path.hops.at(-1)?.tabId ?? -1
    workbench = await openWorkbench(session, tabId)
  })
  afterAll(async () => {
    await session?.close()
    await funnel?.close()
  })

  it('opens on the click it was asked for', async () => {
    await workbench.sees('clickid arrived intact')
  })

  it('fires an endpoint for the click, and says what came of it', async () => {
    const arrived = funnel.waitFor((request) => request.path === '/postback')
    await workbench.press('New endpoint')
    await workbench.type('Postback URL', funnel.url(POSTBACK, '/postback?cid={clickid}&as=tune'))
    await workbench.sees(clickId)
    await workbench.press('Fire test postback')
    expect((await arrived).url).toContain(`cid=${clickId}`)
    await workbench.sees('The receiver says it accepted it')
  })

  it('keeps what was typed when it is closed', async () => {
    await workbench.type('Name', 'My TUNE network')
    await workbench.sees('My TUNE network')
    await workbench.close()
    workbench = await openWorkbench(session, tabId)
    await workbench.sees('My TUNE network')
    expect(await workbench.page.evaluate<string>("document.querySelector('textarea').value")).toContain('as=tune')
  })
})
