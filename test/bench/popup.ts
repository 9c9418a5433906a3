import { ensureBrowser } from '../../cli/browsers/install-browser.ts'
import { type ChromiumSession, launchChromium } from '../../cli/browsers/launch-chromium.ts'
import type { ExtensionPage } from '../../cli/browsers/session.ts'
import { ensureBuild } from '../../cli/build.ts'
import { settledPath } from '../browser/browsers.ts'
import { manyAttempts } from '../components/gallery/many-attempts.ts'
import type { Bench } from './bench.ts'
import { median } from './median.ts'
import { serveChain } from './redirect-chain.ts'

const ATTEMPTS = 5_000
/** A buyer fires some ten postbacks for a click. */
const A_PATH = 10
const ROUNDS = 20
/** A person feels no delay below this. */
const LIMIT_MS = 100

/** How long the background takes to answer the popup, in ms. */
export const popup: Bench = {
  name: 'popup',
  title: `What the popup waits for in real Chromium with ${ATTEMPTS} attempts behind it (medians of ${ROUNDS})`,
  async run(say) {
    const extension = await ensureBuild('chromium', say)
    const session = await launchChromium({ executable: await ensureBrowser('chromium', say), extension, headed: false })
    const chain = await serveChain(1)
    try {
      const page = await session.openExtensionPage('popup.html')
      const { tabId, pathId } = await walked(session, chain.start('measured'))
      const view = { type: 'view-tab', tabId, private: false }
      const bare = await timesOf(page, view, {})
      await keepAttempts(page, pathId)
      const first = await timesOf(page, view, { attempts: A_PATH }, 1)
      const again = { type: 'fire-endpoint', attemptId: 'never', tabId, endpoint: sentBefore(), private: false }
      const figure = (name: string, times: readonly number[], more: { limit?: number } = {}) => ({
        name,
        value: median(times),
        unit: 'ms',
        note: `the slowest ${Math.max(...times).toFixed(0)} ms`,
        ...more,
      })
      return [
        figure('a click, without any attempt', bare),
        figure('a click, once, just after an update', first),
        figure('a click', await timesOf(page, view, { attempts: A_PATH }), { limit: LIMIT_MS }),
        figure('whether a transaction was sent before', await timesOf(page, again, { sentBefore: true }), {
          limit: LIMIT_MS,
        }),
      ]
    } finally {
      await session.close()
      await chain.close()
    }
  },
}

async function walked(session: ChromiumSession, url: string): Promise<{ tabId: number; pathId: string }> {
  const tab = await session.openTab()
  await tab.goto(url)
  const { id, hops } = await settledPath(session, 'measured')
  return { tabId: hops.at(-1)?.tabId ?? -1, pathId: id }
}

/** Puts attempts into the store as a version without an index kept them. */
async function keepAttempts(page: ExtensionPage, pathId: string): Promise<void> {
  const attempts = manyAttempts(ATTEMPTS, []).map((attempt, at) => ({
    ...attempt,
    pathId: at < A_PATH ? pathId : `path-${Math.floor(at / A_PATH)}`,
  }))
  const items = Object.fromEntries(attempts.map((attempt) => [`attempt:${attempt.id}`, attempt]))
  await page.evaluate(`chrome.storage.local.remove('attempts-indexed')`)
  await page.evaluate(`chrome.storage.local.set(${JSON.stringify(items)})`)
}

/** An endpoint of which the attempts hold the transaction: the answer is that, and nothing is sent. */
const sentBefore = () => ({
  id: 'bench',
  name: 'Bench',
  url: 'https://trk.example/postback?cid={clickid}&txid=T-17',
  method: 'GET',
  mapping: {},
  values: {},
})

/** Milliseconds from the question to its answer, each time. @param answer what there must be in it */
const timesOf = (
  page: ExtensionPage,
  message: object,
  answer: { attempts?: number; sentBefore?: boolean },
  rounds = ROUNDS,
): Promise<number[]> =>
  page.evaluate<number[]>(`(async () => {
    const times = []
    for (let round = 0; round < ${rounds}; round++) {
      const start = performance.now()
      const { error, value } = await chrome.runtime.sendMessage(${JSON.stringify(message)})
      if (error) throw new Error(error)
      const { attempts = [], sentBefore } = value ?? {}
      if (attempts.length !== ${answer.attempts ?? 0} || (sentBefore != null) !== ${answer.sentBefore ?? false}) throw new Error('that is not the answer')
      times.push(performance.now() - start)
    }
    return times
  })()`)
