import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BROWSER_NAMES, type BrowserSession } from '../../cli/browsers/session.ts'
import { waitUntil } from '../../cli/browsers/wait-until.ts'
import { walkFunnel } from '../../cli/walk/walk-funnel.ts'
import { judge } from '../../lib/findings/judge.ts'
import type { ClickPath } from '../../lib/model/click-path.ts'
import type { Keeping } from '../funnel/hosts/keeping.ts'
import { LANDING } from '../funnel/hosts.ts'
import { FBCLID, GCLID } from '../funnel/scenarios/row.ts'
import { SCENARIOS } from '../funnel/scenarios.ts'
import { type DemoFunnel, startFunnel } from '../funnel/server.ts'
import { PATIENCE_MS, settledPath, startBrowser } from './browsers.ts'
import { openPopup } from './popup-page.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const TTCLID = 'E.C.P.CrIBU0dCa2V5a3dzV2FzZGZnaGprbHF3ZXJ0eXVpb3A'

describe.each(BROWSER_NAMES)('the landing page in real %s', (name) => {
  let funnel: DemoFunnel
  let session: BrowserSession

  beforeAll(async () => {
    funnel = await startFunnel()
    session = await startBrowser(name)
  })
  afterAll(async () => {
    await session?.close()
    await funnel?.close()
  })

  /** Walks to a landing page as the command line does. */
  async function landOn(kind: Keeping): Promise<ClickPath> {
    const url = funnel.url(LANDING, `/keeps/${kind}?fbclid=${FBCLID}&gclid=${GCLID}&ttclid=${TTCLID}`)
    const { tab, path } = await walkFunnel(session, { name: kind, url }, { settleMs: 800, say: () => {} })
    await tab.close()
    if (!path) throw new Error('nothing was recorded')
    return judge(path)
  }

  const shelves = ({ kept = [] }: ClickPath) => kept.map(({ name, holds }) => `${name} ${holds}`).sort()

  it('that keeps the click IDs and passes them on is told so, and nothing else of it is read', async () => {
    const path = await landOn('right')
    expect(shelves(path)).toEqual(['_fbc this-click', '_fbp visitor', '_gcl_aw this-click', 'ttclid this-click'])
    expect(path.findings).toEqual([])
    expect(
      path.landing?.links.map(({ how, url }) => `${how} ${new URL(url).hostname}${new URL(url).pathname}`),
    ).toEqual([
      'link offer.localhost/plain',
      'link www.facebook.com/nordlys',
      'form offer.localhost/form',
      'link offer.localhost/added',
      'link sister.example/',
    ])
    expect(JSON.stringify(await session.storage())).not.toMatch(/not-of-the-catalogue|somebody@|Last chance/)
  })

  it('that keeps another click’s IDs, and links on without them, is told both', async () => {
    const path = await landOn('another')
    expect(shelves(path)).toEqual([
      '_fbc another-click',
      '_fbp visitor',
      '_gcl_aw another-click',
      'ttclid another-click',
    ])
    const [finding, ...more] = path.findings
    expect(more).toEqual([])
    expect(finding).toMatchObject({
      rule: 'outbound-link-without-id',
      title: '2 links and 1 form on lp.localhost lead on without fbclid',
    })
    for (const way of ['/plain', '/added', '/form']) expect(finding?.detail).toContain(way)
    expect(finding?.detail).not.toMatch(/sister|facebook/)
  })

  it('that keeps nothing is told so', async () => {
    expect(shelves(await landOn('nothing'))).toEqual(['_fbc nothing', '_gcl_aw nothing', 'ttclid nothing'])
  })

  it('is asked when the popup opens over it, and the popup says what it keeps and which links lack the ID', async () => {
    const tab = await session.openTab()
    const start = `/keeps/another?fbclid=${FBCLID}&gclid=${GCLID}&ttclid=${TTCLID}&walk=popup`
    await tab.goto(funnel.url(LANDING, start))
    const path = await settledPath(session, 'walk=popup')
    expect(path.landing, 'nobody has looked yet').toBeUndefined()
    const popup = await openPopup(session, path.hops.at(-1)?.tabId ?? -1)
    await popup.sees('2 links and 1 form on lp.localhost lead on without fbclid')
    await popup.tab('IDs')
    await popup.sees(/_fbc\s+holds another click’s fbclid/)
    await popup.sees(/ttclid\s+holds another click’s ttclid/)
    await popup.page.evaluate<null>(`(() => { ${AXE}; return null })()`)
    const violations = await popup.page.evaluate<string[]>(
      'axe.run(document).then(({ violations }) => violations.map((v) => v.id + ": " + v.nodes.map((n) => n.html).join(" | ")))',
    )
    expect(violations).toEqual([])
    await popup.close()
    await tab.close()
  })

  it('that lost an ID shows its bytes: gone before, not there after', async () => {
    const tab = await session.openTab()
    const scenario = SCENARIOS.find(({ id }) => id === 'tracker-drops-fbclid')
    await tab.goto(funnel.url(scenario?.start.host ?? '', `${scenario?.start.path}&walk=bytes`))
    const path = await settledPath(session, 'walk=bytes')
    const popup = await openPopup(session, path.hops.at(-1)?.tabId ?? -1)
    await popup.sees('fbclid is not in it')
    await waitUntil('the lost parameter to be marked', PATIENCE_MS, async () =>
      (await popup.page.evaluate<string>('document.querySelector("del")?.innerText ?? ""')).includes(
        `fbclid=${FBCLID}`,
      ),
    )
    await popup.close()
    await tab.close()
  })
})
