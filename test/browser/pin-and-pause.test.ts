import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BROWSER_NAMES, type BrowserSession } from '../../cli/browsers/session.ts'
import { waitUntil } from '../../cli/browsers/wait-until.ts'
import type { CommandInput } from '../../lib/model/command.ts'
import type { PinnedList } from '../../lib/model/pinned.ts'
import { ADS } from '../funnel/hosts.ts'
import { type DemoFunnel, startFunnel } from '../funnel/server.ts'
import { PATIENCE_MS, pathWith, startBrowser, waitForPath } from './browsers.ts'
import { openPopup } from './popup-page.ts'

let funnel: DemoFunnel
beforeAll(async () => {
  funnel = await startFunnel({ tls: false })
})
afterAll(() => funnel?.close())

const ad = (mark: string) => funnel.url(ADS, `/?clickid=${mark}`)

/** What the background answers to a command of one of the extension's pages. */
async function ask<T>(session: BrowserSession, command: CommandInput): Promise<T> {
  const page = await session.openExtensionPage('popup.html')
  const reply = await page.evaluate<{ value: T } | { error: string }>(
    `(globalThis.browser ?? chrome).runtime.sendMessage(${JSON.stringify(command)})`,
  )
  await page.close()
  if ('error' in reply) throw new Error(reply.error)
  return reply.value
}

const pinned = (session: BrowserSession) => ask<PinnedList>(session, { type: 'list-pinned' })

/** Walks an ad, and opens the popup over its tab. */
async function walk(session: BrowserSession, mark: string) {
  const tab = await session.openTab()
  await tab.goto(ad(mark))
  const path = await waitForPath(session, mark, ({ hops }) => hops.at(-1)?.status === 200)
  const tabId = path.hops.at(-1)?.tabId ?? -1
  return { tab, tabId, popup: await openPopup(session, tabId) }
}

describe.each(BROWSER_NAMES)('in real %s', (name) => {
  let session: BrowserSession
  beforeAll(async () => {
    session = await startBrowser(name)
  })
  afterAll(() => session?.close())

  it('a pinned click stays when everything is cleared, which takes the others at once', async () => {
    const other = await walk(session, 'neverPinnedClick')
    const { tab, popup } = await walk(session, 'pinnedFromThePopup')
    await popup.press('Pin')
    await popup.sees('Unpin')
    await popup.press('Clear')
    await popup.press('Clear all but pinned?')
    await popup.sees('No click recorded in this tab yet')
    const stored = JSON.stringify(await session.storage())
    expect(stored).not.toContain('pinnedFromThePopup')
    expect(stored).not.toContain('neverPinnedClick')
    const { paths } = await pinned(session)
    expect(paths.map(({ to }) => to)).toEqual([ad('pinnedFromThePopup')])
    for (const each of [popup, tab, other.popup, other.tab]) await each.close()
  })

  it('nothing is recorded in a pause; the popup and the toolbar button say so', async () => {
    const { tab, tabId, popup } = await walk(session, 'beforeThePause')
    await popup.press('Pause')
    await popup.sees('Paused')
    const badge = () =>
      popup.page.evaluate<string>(`(globalThis.browser ?? chrome).action.getBadgeText({ tabId: ${tabId} })`)
    await waitUntil('the badge', PATIENCE_MS, async () => (await badge()) === 'off')
    await tab.goto(ad('inThePause'))
    await popup.press('Resume')
    await popup.sees('Pause')
    await tab.goto(ad('afterThePause'))
    const after = await waitForPath(session, 'afterThePause', ({ hops }) => hops.at(-1)?.status === 200)
    expect(after.hops).toHaveLength(1)
    expect(await pathWith(session, 'beforeThePause')).toMatchObject({ hops: [{}] })
    expect(JSON.stringify(await session.storage())).not.toContain('inThePause')
    await popup.close()
    await tab.close()
  })
})

/** A browser is started twice, on a machine that does much else. */
const TWO_STARTS = { timeout: 240_000 }

it.each(BROWSER_NAMES)('a pinned click is there when %s is closed and opened again', TWO_STARTS, async (name) => {
  const profile = await mkdtemp(join(tmpdir(), 'clickpath-profile-'))
  try {
    const first = await startBrowser(name, { profile })
    const { tabId } = await walk(first, 'outlivesTheBrowser')
    await ask(first, { type: 'pin-path', tabId })
    await first.close()

    const second = await startBrowser(name, { profile })
    expect(JSON.stringify(await second.storage())).not.toContain('outlivesTheBrowser')
    const { paths } = await pinned(second)
    expect(paths).toMatchObject([{ to: ad('outlivesTheBrowser'), hops: 1 }])
    const evidence = await ask<object>(second, { type: 'export-pinned', id: paths[0]?.id ?? '' })
    expect(evidence).toMatchObject({ format: 'clickpath-evidence', paths: [{ id: paths[0]?.id, hops: [{}] }] })
    await second.close()
  } finally {
    await rm(profile, { recursive: true, force: true })
  }
})
