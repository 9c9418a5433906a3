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
/**
 * How often all browsers are started. One that was started first stays some percent faster, whatever is in it, so that
 * each is first once.
 */
const LAUNCHES = 3
/** A chain takes by chance a fifth longer or shorter: fewer rounds could not tell five percent from none. */
const ROUNDS = 80
/** The first chains of a browser resolve names, open connections, compile: they are walked and not counted. */
const WARM_UP = 4
const PATIENCE_MS = 20_000
const LIMIT = 1.05

interface Contender {
  name: string
  open(): Promise<Pick<Running, 'page' | 'close'>>
  times: number[]
}

interface Running {
  contender: Contender
  page: Page
  close(): Promise<void>
}

/** What the extension makes of the time that a chain of redirects takes. */
export const overhead: Bench = {
  name: 'overhead',
  title: `${REDIRECTS} redirects on loopback in real Chromium, ${LAUNCHES} starts with ${ROUNDS} rounds each (medians of all)`,
  async run(say) {
    const chain = await serveChain(REDIRECTS)
    const executable = await ensureBrowser('chromium', say)
    const clickpath = await ensureBuild('chromium', say)
    const contenders: Contender[] = [
      { name: 'no extension', open: () => without(executable), times: [] },
      {
        name: 'listeners that do nothing',
        open: () => withExtension(executable, join(import.meta.dirname, 'bare-extension')),
        times: [],
      },
      { name: 'Clickpath', open: () => withExtension(executable, clickpath), times: [] },
    ]
    try {
      for (let launch = 0; launch < LAUNCHES; launch++) {
        await walkInTurn(turned(contenders, launch), chain, launch)
        say(`${(launch + 1) * ROUNDS} of ${LAUNCHES * ROUNDS} rounds`)
      }
    } finally {
      await chain.close()
    }
    return figuresOf(contenders)
  },
}

/** The same, begun with another. */
const turned = <T>(list: readonly T[], by: number): T[] =>
  list.map((_, at) => list[(at + by) % list.length]).filter((item) => item !== undefined)

async function walkInTurn(contenders: readonly Contender[], chain: RedirectChain, launch: number): Promise<void> {
  const running: Running[] = []
  try {
    for (const contender of contenders) running.push({ contender, ...(await contender.open()) })
    for (let round = -WARM_UP; round < ROUNDS; round++) {
      // Who goes first changes: what comes first in a round finds the processor colder. So does who goes before whom:
      // an extension looks at a chain when it has come to rest.
      const order = turned(running, round + WARM_UP)
      for (const one of round % 2 === 0 ? order : order.toReversed())
        await walk(one, chain, `${launch}-${round}`, round >= 0)
    }
  } finally {
    for (const { close } of running) await close()
  }
}

async function walk({ contender, page }: Running, chain: RedirectChain, round: string, counts: boolean): Promise<void> {
  const mark = `${contender.name.replaceAll(' ', '-')}-round${round}`
  await page.goto(chain.start(mark))
  const took = await waitUntil(`the end of ${mark}`, PATIENCE_MS, () => chain.took(mark))
  if (counts) contender.times.push(took)
}

function figuresOf(contenders: readonly Contender[]) {
  const [none, floor, clickpath] = contenders.map(({ times }) => median(times))
  if (!none || !floor || !clickpath) throw new Error('not all three were measured')
  return [
    ...contenders.map(({ name, times }) => ({ name, value: median(times), unit: 'ms' })),
    { name: 'listeners against none', value: floor / none, unit: '×', note: 'the floor' },
    { name: 'Clickpath against none', value: clickpath / none, unit: '×' },
    { name: 'Clickpath against the floor', value: clickpath / floor, unit: '×', limit: LIMIT },
  ]
}

async function without(executable: string) {
  const context = await chromium.launchPersistentContext('', {
    executablePath: executable,
    headless: true,
    args: usualSwitches(),
    ignoreDefaultArgs: ['--disable-extensions'],
  })
  return { page: await context.newPage(), close: () => context.close() }
}

async function withExtension(executable: string, extension: string) {
  const { context, close } = await launchChromium({ executable, extension, headed: false })
  return { page: await context.newPage(), close }
}
