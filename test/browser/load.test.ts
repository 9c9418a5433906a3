import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BROWSER_NAMES, type BrowserSession } from '../../cli/browsers/session.ts'
import { waitUntil } from '../../cli/browsers/wait-until.ts'
import type { RecordedPath } from '../../lib/model/click-path.ts'
import { pathsOf } from '../../lib/recording/paths.ts'
import { restore } from '../../lib/recording/restore.ts'
import { startBrowser } from './browsers.ts'
import { type ChainServer, chainHops, serveChains } from './chain-server.ts'
import { openTabs } from './open-tabs.ts'

const TABS = 50
const HOPS = 10

/** Fifty pages at once on a small machine. */
const PATIENCE_MS = 90_000

describe.each(BROWSER_NAMES)('fifty tabs at once, in real %s', (name) => {
  let server: ChainServer
  let session: BrowserSession

  beforeAll(async () => {
    server = await serveChains(HOPS)
    session = await startBrowser(name)
  })
  afterAll(async () => {
    await session?.close()
    server?.close()
  })

  it('each with a chain and a click ID of its own, give fifty whole paths', { timeout: 2 * PATIENCE_MS }, async () => {
    const marks = Array.from({ length: TABS }, (_, n) => `tab${n}Of50AtOnce`)
    await openTabs(
      session,
      marks.map((mark) => server.url(0, mark)),
    )
    let paths: RecordedPath[] = []
    await waitUntil('fifty paths', PATIENCE_MS, async () => {
      paths = pathsOf(restore(await session.storage())).filter(({ hops }) => hops[0]?.url.includes('Of50AtOnce'))
      return paths.length >= TABS && paths.every(({ hops }) => hops.at(-1)?.status === 200)
    }).catch(() => {})

    const found = paths.map(({ hops }) => chainHops(hops))
    expect(Object.fromEntries(found.map((hops) => [hops[0]?.[0], hops]))).toEqual(
      Object.fromEntries(marks.map((mark) => [server.url(0, mark), server.expected(mark)])),
    )
    expect(paths.length).toBe(TABS)
    expect(paths.filter(({ hops }) => new Set(hops.map(({ tabId }) => tabId)).size !== 1)).toEqual([])
  })
})
