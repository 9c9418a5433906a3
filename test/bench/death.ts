import { ensureBrowser } from '../../cli/browsers/install-browser.ts'
import { launchChromium } from '../../cli/browsers/launch-chromium.ts'
import { ensureBuild } from '../../cli/build.ts'
import { pathsOf } from '../../lib/recording/paths.ts'
import { restore } from '../../lib/recording/restore.ts'
import { settledPath, waitForPath } from '../browser/browsers.ts'
import { serveChains } from '../browser/chain-server.ts'
import { killWorker } from '../browser/kill-worker.ts'
import type { Bench } from './bench.ts'

const CHAINS = 100
const HOPS = 12

/**
 * What is lost when the worker is killed as soon as a server is asked for a hop, before the worker can have been told of
 * it: Chromium hands an event to one worker, and what is on its way to one that dies is handed to no other.
 */
export const death: Bench = {
  name: 'death',
  title: `a worker killed while events are on their way to it: ${CHAINS} chains of ${HOPS} hops in real Chromium`,
  async run(say) {
    const extension = await ensureBuild('chromium', say)
    const session = await launchChromium({ executable: await ensureBrowser('chromium', say), extension, headed: false })
    const server = await serveChains(HOPS)
    try {
      const tab = await session.openTab()
      const markOf = (chain: number) => `killedInChain${chain}AtOnce`
      for (let chain = 0; chain < CHAINS; chain++) {
        server.beforeAnswer = async (n) => {
          if (n === chain % HOPS) await killWorker(session)
        }
        await tab.goto(server.url(0, markOf(chain)))
        // What is told late may come after the last hop: how much is missing is looked at when all is over.
        await waitForPath(session, markOf(chain), ({ hops }) => hops.at(-1)?.status === 200)
      }
      await settledPath(session, markOf(CHAINS - 1))
      const paths = pathsOf(restore(await session.storage()))
      const chains = Array.from({ length: CHAINS }, (_, chain) =>
        paths.filter(({ hops }) => hops[0]?.url.includes(markOf(chain))).flatMap(({ hops }) => hops),
      )
      const missing = chains.map((hops) => HOPS - hops.length)
      const unanswered = chains.flat().filter(({ status }) => status === null).length
      return [
        { name: 'chains that lack a hop', value: missing.filter((count) => count > 0).length, unit: `of ${CHAINS}` },
        { name: 'hops missing', value: missing.reduce((a, b) => a + b, 0), unit: `of ${CHAINS * HOPS}` },
        { name: 'hops whose answer is missing', value: unanswered, unit: `of ${CHAINS * HOPS}` },
      ]
    } finally {
      await session.close()
      server.close()
    }
  },
}
