import { isDeepStrictEqual } from 'node:util'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { BROWSER_NAMES, type BrowserSession } from '../../cli/browsers/session.ts'
import { waitUntil } from '../../cli/browsers/wait-until.ts'
import { MAX_PATHS } from '../../lib/recording/limits.ts'
import { pathsOf } from '../../lib/recording/paths.ts'
import { restore } from '../../lib/recording/restore.ts'
import { PATIENCE_MS, pathWith, settledPath, waitForPath } from './browsers.ts'
import { type ChainServer, chainHops, serveChains } from './chain-server.ts'
import { startMortal } from './kill-background.ts'
import { openPopup } from './popup-page.ts'

const HOPS = 12
const LAST = HOPS - 1

/** How many chains a background is ended in at random. */
const CHAINS = 100

/** How many chains a background is ended in without waiting for anything. */
const CRASHES = 2 * HOPS

/** Numbers from 0 to 1 that a seed gives again (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

describe.each(BROWSER_NAMES)('the background is ended in the middle of a chain, in real %s', (name) => {
  let session: BrowserSession
  let kill: () => Promise<number>
  let server: ChainServer

  beforeAll(async () => {
    ;({ session, kill } = await startMortal(name))
    server = await serveChains(HOPS)
  })
  afterEach(() => {
    server.beforeAnswer = async () => {}
  })
  afterAll(async () => {
    await session?.close()
    server?.close()
  })

  /**
   * Waits until every hop is there once, or the time is over. A path whose last hop is there may still lack others: what
   * happened while the new worker woke is told to it after what happens next.
   */
  const whole = (mark: string) =>
    waitForPath(session, mark, ({ hops }) => isDeepStrictEqual(chainHops(hops), server.expected(mark)))

  /** Every path that has anything of a chain. */
  const told = async (mark: string) =>
    pathsOf(restore(await session.storage()))
      .filter(({ hops }) => hops.some(({ url }) => url.includes(mark)))
      .map(({ hops }) => chainHops(hops))

  async function walk(mark: string) {
    const tab = await session.openTab()
    await tab.goto(server.url(0, mark))
    return { tab, path: await whole(mark) }
  }

  /** Not before the browser has told of a hop is the background ended: what it never told to anyone, nobody can keep. */
  const recorded = (n: number, mark: string) =>
    waitUntil(`hop ${n} to be recorded`, PATIENCE_MS, async () => {
      const path = await pathWith(session, mark)
      return path?.hops.at(-1)?.url === server.url(n, mark)
    })

  it.each(Array.from({ length: HOPS }, (_, n) => n))('at hop %i: no hop is lost or doubled', async (position) => {
    let killed = 0
    server.beforeAnswer = async (n, mark) => {
      if (n !== position) return
      await recorded(n, mark)
      killed = await kill()
    }
    const mark = `kill${position}AtThisHop`
    const { tab, path } = await walk(mark)
    await tab.close()

    expect(killed).toBe(1)
    expect(await told(mark)).toEqual([server.expected(mark)])
    expect(path.identifiers.map(({ name, outcome }) => ({ name, outcome }))).toEqual([
      { name: 'clickid', outcome: 'delivered' },
    ])
  })

  it(`at random positions of ${CHAINS} chains: no hop is lost or doubled`, {
    timeout: 600_000,
  }, async () => {
    const seed = Number(process.env.CLICKPATH_SEED ?? Date.now() % 1_000_000)
    const random = randomFrom(seed)
    const tab = await session.openTab()
    const marks: string[] = []
    let killed = 0
    for (let chain = 0; chain < CHAINS; chain++) {
      const mark = `seed${seed}Chain${chain}OfAll`
      const position = Math.floor(random() * HOPS)
      server.beforeAnswer = async (n) => {
        if (n !== position) return
        await recorded(n, mark)
        killed += await kill()
      }
      await tab.goto(server.url(0, mark))
      await whole(mark).catch((error) => {
        throw new Error(`CLICKPATH_SEED=${seed}, ended at hop ${position} of chain ${chain}`, { cause: error })
      })
      marks.push(mark)
    }
    expect(killed, `CLICKPATH_SEED=${seed}`).toBe(CHAINS)
    // Nothing that came later has doubled what was whole.
    const kept = await told(`seed${seed}`)
    expect(kept).toEqual(marks.slice(-kept.length).map(server.expected))
    expect(kept.length).toBeGreaterThanOrEqual(MAX_PATHS)
    await tab.close()
  })

  // Firefox ends an event page when it has been idle, and no other way.
  it.runIf(name === 'chromium')(
    'at once, as a crash does: nothing is doubled or guessed, and nothing is in another click’s path',
    {
      timeout: 120_000,
    },
    async () => {
      const tab = await session.openTab()
      const marks = Array.from({ length: CRASHES }, (_, n) => `crash${n}AtOnce`)
      for (const [n, mark] of marks.entries()) {
        server.beforeAnswer = async (hop) => {
          if (hop === n % HOPS) await kill()
        }
        await tab.goto(server.url(0, mark))
        await waitForPath(session, mark, ({ hops }) => hops.at(-1)?.status === 200)
      }
      await settledPath(session, marks.at(-1) ?? '')
      await tab.close()

      const paths = pathsOf(restore(await session.storage())).filter(({ hops }) => hops[0]?.url.includes('AtOnce'))
      expect(paths).toHaveLength(CRASHES)
      for (const [n, { hops }] of paths.entries()) {
        const walked = server.expected(marks[n] ?? '')
        const causeOf = new Map(walked.map(([url, , cause]) => [url, cause]))
        const found = hops.map(({ url }) => url)
        expect(found).toEqual(walked.map(([url]) => url).filter((url) => found.includes(url)))
        expect(hops.filter(({ url, cause }) => cause !== 'unknown' && cause !== causeOf.get(url))).toEqual([])
      }
    },
  )

  it('between the click and the popup: the new background judges what the old one recorded', async () => {
    const { tab, path } = await walk('killBeforeThePopup')
    expect(await kill()).toBe(1)
    const popup = await openPopup(session, path.hops.at(-1)?.tabId ?? -1)
    await popup.sees(`clickid arrived intact at h${LAST}.localhost after ${HOPS} hops`)
    await popup.close()
    await tab.close()
  })
})
