import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { ensureBrowser } from '../../cli/browsers/install-browser.ts'
import { launchChromium, usualSwitches } from '../../cli/browsers/launch-chromium.ts'
import { waitUntil } from '../../cli/browsers/wait-until.ts'
import { ensureBuild } from '../../cli/build.ts'
import type { Bench } from './bench.ts'
import { median } from './median.ts'
import { type RedirectChain, serveChain } from './redirect-chain.ts'

const REDIRECTS = 18
const ROUNDS = 40
/** The first chains of a browser resolve names, open connections, compile: they are walked and not counted. */
const WARM_UP = 4
const PATIENCE_MS = 20_000
const LIMIT = 1.05

interface Contender {
  name: string
  page: Page
  close(): Promise<void>
  times: number[]
}

/** What the extension makes of the time that a chain of redirects takes. */
export const overhead: Bench = {
  name: 'overhead',
  title: `${REDIRECTS} redirects on loopback in real Chromium, ${ROUNDS} rounds in turn (medians; ratios round by round)`,
  async run(say) {
    const chain = await serveChain(REDIRECTS)
    const contenders: Contender[] = []
    try {
      const executable = await ensureBrowser('chromium', say)
      contenders.push(await without(executable))
      contenders.push(
        await withExtension('listeners that do nothing', executable, join(import.meta.dirname, 'bare-extension')),
      )
      contenders.push(await withExtension('Clickpath', executable, await ensureBuild('chromium', say)))
      for (let round = -WARM_UP; round < ROUNDS; round++) {
        // Who goes first changes: what comes first in a round finds the processor colder.
        for (let turn = 0; turn < contenders.length; turn++) {
          const contender = contenders[(turn + round + WARM_UP) % contenders.length]
          if (contender) await walk(contender, chain, round)
        }
        if (round >= 0 && round % 10 === 9) say(`${round + 1} of ${ROUNDS} rounds`)
      }
    } finally {
      for (const { close } of contenders) await close()
      await chain.close()
    }
    return figuresOf(contenders)
  },
}

async function walk({ name, page, times }: Contender, chain: RedirectChain, round: number): Promise<void> {
  const mark = `${name.replaceAll(' ', '-')}-round${round + WARM_UP}`
  await page.goto(chain.start(mark))
  const took = await waitUntil(`the end of ${mark}`, PATIENCE_MS, () => chain.took(mark))
  if (round >= 0) times.push(took)
}

function figuresOf(contenders: readonly Contender[]) {
  const [none, floor, clickpath] = contenders.map(({ times }) => times)
  if (!none || !floor || !clickpath) throw new Error('not all three were measured')
  return [
    ...contenders.map(({ name, times }) => ({ name, value: median(times), unit: 'ms' })),
    { name: 'listeners against none', value: ratio(floor, none), unit: '×', note: 'the floor' },
    { name: 'Clickpath against none', value: ratio(clickpath, none), unit: '×' },
    { name: 'Clickpath against the floor', value: ratio(clickpath, floor), unit: '×', limit: LIMIT },
  ]
}

/** Of each round, then the middle one: a busy moment of the machine falls on one round. */
const ratio = (times: readonly number[], base: readonly number[]): number =>
  median(times.map((ms, round) => ms / (base[round] ?? Number.NaN)))

async function without(executable: string): Promise<Contender> {
  const context = await chromium.launchPersistentContext('', {
    executablePath: executable,
    headless: true,
    args: usualSwitches(),
    ignoreDefaultArgs: ['--disable-extensions'],
  })
  return { name: 'no extension', page: await context.newPage(), close: () => context.close(), times: [] }
}

async function withExtension(name: string, executable: string, extension: string): Promise<Contender> {
  const { context, close } = await launchChromium({ executable, extension, headed: false })
  return { name, page: await context.newPage(), close, times: [] }
}
