import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BROWSER_NAMES, type BrowserSession } from '../../cli/browsers/session.ts'
import { waitUntil } from '../../cli/browsers/wait-until.ts'
import type { ClickPath } from '../../lib/model/click-path.ts'
import { FBCLID } from '../funnel/scenarios/row.ts'
import { SCENARIOS } from '../funnel/scenarios.ts'
import { type DemoFunnel, startFunnel } from '../funnel/server.ts'
import { PATIENCE_MS, settledPath, startBrowser } from './browsers.ts'
import { openPopup } from './popup-page.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

describe.each(BROWSER_NAMES)('the popup in real %s', (name) => {
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

  /** @returns the popup over the tab that walked the scenario, and the path it shows */
  let walks = 0
  async function popupAfter(id: string) {
    const scenario = SCENARIOS.find((candidate) => candidate.id === id)
    if (!scenario) throw new Error(`there is no scenario ${id}`)
    const tab = await session.openTab()
    const start = `${scenario.start.path}&walk=${++walks}`
    await tab.goto(funnel.url(scenario.start.host, start))
    for (const { click } of scenario.steps ?? []) await tab.click(click, PATIENCE_MS)
    const path = await settledPath(session, start, scenario.expect.hops.length)
    const popup = await openPopup(session, path.hops.at(-1)?.tabId ?? -1)
    return {
      popup,
      path,
      close: async () => {
        await popup.close()
        await tab.close()
      },
    }
  }

  const lost = SCENARIOS.find((s) => s.theme === 'lost' && s.expect.outcomes?.fbclid === 'lost')?.id ?? ''

  it('says which click ID was lost, after which hop, and how to mend it', async () => {
    const { popup, path, close } = await popupAfter(lost)
    const hop = (path.findings[0]?.hop ?? -1) + 1
    await popup.sees(new RegExp(`fbclid\\S* lost after hop ${hop}`))
    await popup.sees('Fix')
    await close()
  })

  it('copies the whole value of an identifier that it shows cut', async () => {
    const { popup, close } = await popupAfter(lost)
    await popup.sees('fbclid')
    await popup.page.evaluate<null>(
      '((navigator.clipboard.writeText = async (text) => { globalThis.copied = text }), null)',
    )
    await popup.press('Copy value of fbclid')
    await waitUntil(
      'the value to be copied',
      PATIENCE_MS,
      async () => (await popup.page.evaluate<string | null>('globalThis.copied ?? null')) === FBCLID,
    )
    const lane = await popup.page.evaluate<string>(`document.querySelector('.lane-value').innerText`)
    expect(lane).toContain('…')
    expect(lane).not.toContain(FBCLID)
    await close()
  })

  it('shows the hops with their status and cause', async () => {
    const { popup, close } = await popupAfter(lost)
    await popup.tab('Hops')
    await popup.sees('trk.localhost')
    await popup.sees('302')
    await close()
  })

  it('is empty, and says what to do, where nothing was recorded', async () => {
    const asker = await session.openExtensionPage('popup.html')
    const tabIds = () =>
      asker.evaluate<number[]>('(globalThis.browser ?? chrome).tabs.query({}).then((all) => all.map((t) => t.id))')
    const before = await tabIds()
    const tab = await session.openTab()
    const blank = (await tabIds()).find((id) => !before.includes(id))
    await asker.close()
    expect(blank).toBeDefined()
    const popup = await openPopup(session, blank ?? -1)
    await popup.sees('No click on this page')
    await popup.close()
    await tab.close()
  })

  it('has nothing that axe objects to, in any of its tabs', async () => {
    const { popup, close } = await popupAfter(lost)
    for (const tab of ['Findings', 'IDs', 'Hops', 'Test postback']) {
      await popup.tab(tab)
      await popup.page.evaluate<null>(`(() => { ${AXE}; return null })()`)
      const violations = await popup.page.evaluate<string[]>(
        'axe.run(document).then(({ violations }) => violations.map((v) => v.id + ": " + v.nodes.map((n) => n.html).join(" | ")))',
      )
      expect(violations, tab).toEqual([])
    }
    await close()
  })

  it('puts the number of hops on the toolbar button', async () => {
    const { popup, path, close } = await popupAfter(lost)
    const badge = () =>
      popup.page.evaluate<string>(
        `(globalThis.browser ?? chrome).action.getBadgeText({ tabId: ${path.hops.at(-1)?.tabId} })`,
      )
    await waitUntil('the badge', PATIENCE_MS, async () => (await badge()) === String(path.hops.length))
    await close()
  })

  it('forgets the click when told to', async () => {
    const { popup, path, close } = await popupAfter(lost)
    await popup.press('Clear')
    await popup.press('Clear all but pinned?')
    await waitUntil(
      'the path to be forgotten',
      PATIENCE_MS,
      async () => !JSON.stringify(await session.storage()).includes(FBCLID),
    )
    expect((path satisfies ClickPath).hops.length).toBeGreaterThan(0)
    await close()
  })
})
