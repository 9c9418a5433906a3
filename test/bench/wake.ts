import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { ensureBrowser } from '../../cli/browsers/install-browser.ts'
import { type ChromiumSession, launchChromium } from '../../cli/browsers/launch-chromium.ts'
import { waitUntil } from '../../cli/browsers/wait-until.ts'
import { ensureBuild } from '../../cli/build.ts'
import { killWorker } from '../browser/kill-worker.ts'
import type { Bench } from './bench.ts'
import { median } from './median.ts'
import { type RedirectChain, serveChain } from './redirect-chain.ts'

const ROUNDS = 20
const PATIENCE_MS = 20_000

/** How soon a hop is recorded by a worker that must be started for it. */
export const wake: Bench = {
  name: 'wake',
  title: `from a navigation’s event to its hop in storage, in real Chromium (medians of ${ROUNDS})`,
  async run(say) {
    const extension = await ensureBuild('chromium', say)
    const session = await launchChromium({ executable: await ensureBrowser('chromium', say), extension, headed: false })
    const chain = await serveChain(1)
    try {
      const stopwatch = await openStopwatch(session)
      const page = await session.context.newPage()
      const walk = (mark: string) => recordedAfter(chain, page, stopwatch, mark)
      await walk('warmUp')
      const awake: number[] = []
      const killed: number[] = []
      for (let round = 0; round < ROUNDS; round++) {
        awake.push(await walk(`awake${round}`))
        if ((await killWorker(session)) !== 1) throw new Error('there was no worker to kill')
        killed.push(await walk(`killed${round}`))
      }
      const evaluated = await evaluationTimes(session, readFileSync(join(extension, 'background.js'), 'utf8'))
      return [
        { name: 'killed worker: event to recorded hop', value: median(killed), unit: 'ms' },
        { name: 'awake worker: event to recorded hop', value: median(awake), unit: 'ms' },
        { name: 'background.js: compiled and evaluated', value: median(evaluated), unit: 'ms', note: 'no code cache' },
      ]
    } finally {
      await session.close()
      await chain.close()
    }
  },
}

/** A page of the extension that keeps when each navigation came to the store: as a record, or as a note of its events. */
async function openStopwatch({ context, extensionId }: ChromiumSession): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`chrome-extension://${extensionId}/popup.html`)
  await page.evaluate(`
    globalThis.written = []
    chrome.storage.session.onChanged.addListener((changes) => {
      const at = performance.timeOrigin + performance.now()
      for (const [key, { newValue }] of Object.entries(changes))
        for (const fact of key.startsWith('rec:heard:') && newValue ? JSON.parse(newValue) : [newValue])
          if (fact?.url) written.push({ at, url: fact.url, time: fact.time })
    })
  `)
  return page
}

/** @returns ms from the time that the browser gives of a navigation's first event to the news that it is in storage */
async function recordedAfter(chain: RedirectChain, page: Page, stopwatch: Page, mark: string): Promise<number> {
  await page.goto(chain.start(mark))
  return waitUntil(`the record of ${mark}`, PATIENCE_MS, () =>
    stopwatch.evaluate<number | undefined>(`(() => {
      const first = written.find(({ url }) => url.includes(${JSON.stringify(mark)}))
      return first && first.at - first.time
    })()`),
  )
}

/** The script on blank pages, each fresh, with an extension API that does nothing. */
async function evaluationTimes({ context }: ChromiumSession, script: string): Promise<number[]> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const page = await context.newPage()
    times.push(
      await page.evaluate<number>(`(() => {
        const nothing = new Proxy(function () {}, { get: (_, key) => key === Symbol.toPrimitive ? () => '' : nothing, apply: () => nothing })
        globalThis.browser = nothing
        const start = performance.now()
        ;(0, eval)(${JSON.stringify(script)})
        return performance.now() - start
      })()`),
    )
    await page.close()
  }
  return times
}
