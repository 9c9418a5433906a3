import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BROWSER_NAMES, type BrowserSession } from '../../cli/browsers/session.ts'
import { waitUntil } from '../../cli/browsers/wait-until.ts'
import { startBrowser } from './browsers.ts'
import type { Popup } from './popup-page.ts'
import { type ProbeServer, serveProbe } from './probe-server.ts'
import { openWorkbench } from './workbench-page.ts'

const PATIENCE_MS = 20_000
const TABS = '(globalThis.browser ?? chrome).tabs'

describe.each(BROWSER_NAMES)('a probe link in real %s', (name) => {
  let server: ProbeServer
  let session: BrowserSession
  let workbench: Popup

  beforeAll(async () => {
    server = await serveProbe()
    session = await startBrowser(name)
    workbench = await openWorkbench(session, undefined, '#probe')
  })
  afterAll(async () => {
    await session?.close()
    server?.close()
  })

  /** The cells of the row of a parameter, as they are read. */
  const row = (parameter: string) =>
    workbench.page.evaluate<string[]>(`(() => {
      const row = [...document.querySelectorAll('tbody tr')].find((each) => each.cells[0].innerText === ${JSON.stringify(parameter)})
      return row ? [...row.cells].slice(2).map((cell) => cell.innerText.replace(/\\s+/g, ' ').trim()) : []
    })()`)
  const landingTabs = () =>
    workbench.page.evaluate<number[]>(
      `${TABS}.query({ url: '*://lp.localhost/*' }).then((tabs) => tabs.map(({ id }) => id))`,
    )

  it('is followed while it is walked, in the tab that the workbench opened', async () => {
    let land = () => {}
    server.beforeLanding = () =>
      new Promise<void>((resolve) => {
        land = resolve
      })
    await workbench.type('Tracking link', server.link)
    await workbench.sees('not walked yet')
    await workbench.press('Open the test link')
    await workbench.sees(/Walking … 3 hops so far, lp\.localhost/)
    expect((await row('clickid'))[0]).toBe('there so far')
    server.beforeLanding = async () => {}
    land()
    await workbench.sees(/2 of 4 values arrived at lp\.localhost/)
  })

  it('is told of, value by value: arrived, renamed, lost, changed', async () => {
    const [arrived, renamed, lost, changed] = await Promise.all(['clickid', 's1', 's2', 's3'].map(row))
    expect(arrived?.[0]).toBe('arrived')
    expect(arrived?.[1]).toMatch(/^as clickid at hop 3, lp\.localhost:\d+$/)
    expect(renamed?.[0]).toBe('arrived')
    expect(renamed?.[1]).toMatch(/^as aff_sub at hop 3/)
    expect(lost).toEqual(['lost after hop 2', 'nowhere', expect.stringMatching(/^hop 2, net\.localhost:\d+, as s2$/)])
    expect(changed?.[0]).toBe('case changed')
    expect(changed?.[1]).toMatch(/^as s3 at hop 3, lp\.localhost:\d+: mytests3/)
  })

  it('is still told of when the workbench was closed, and its tab too', async () => {
    await workbench.close()
    workbench = await openWorkbench(session, undefined, '#probe')
    await workbench.sees(/2 of 4 values arrived at lp\.localhost/)
    await workbench.page.evaluate(`${TABS}.remove(${JSON.stringify(await landingTabs())})`)
    await workbench.sees(/2 of 4 values arrived at lp\.localhost:\d+, whose tab is closed/)
  })

  it('is followed in any other tab, and into the one that the landing page opens', async () => {
    const link = await workbench.page.evaluate<string>("document.querySelector('.filled bdi').innerText")
    const tab = await session.openTab()
    await tab.goto(link)
    await waitUntil('the second walk', PATIENCE_MS, () =>
      workbench.page.evaluate<boolean>("document.querySelectorAll('.probe select option').length === 2"),
    )
    await tab.click('#cta', PATIENCE_MS)
    await workbench.sees(/1 of 4 values arrived at offer\.localhost/)
    expect((await row('clickid'))[1]).toMatch(/^as tid at hop 4, offer\.localhost/)
    expect((await row('s1'))[0]).toBe('lost after hop 3')
  })

  it('of new values was not walked yet', async () => {
    await workbench.press('New values')
    await workbench.sees('4 test values, not walked yet')
  })
})
