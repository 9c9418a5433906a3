import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BROWSER_NAMES, type BrowserSession } from '../../cli/browsers/session.ts'
import { walkFunnel } from '../../cli/walk/walk-funnel.ts'
import { judge } from '../../lib/findings/judge.ts'
import type { ClickPath } from '../../lib/model/click-path.ts'
import type { Keeping } from '../funnel/hosts/keeping.ts'
import { LANDING } from '../funnel/hosts.ts'
import { FBCLID, GCLID } from '../funnel/scenarios/row.ts'
import { type DemoFunnel, startFunnel } from '../funnel/server.ts'
import { startBrowser } from './browsers.ts'

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
})
