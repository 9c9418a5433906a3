import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { findBrowser } from '../../cli/browsers/find-browser.ts'
import { launch } from '../../cli/browsers/launch.ts'
import type { BrowserName, BrowserSession, ExtensionPage, Tab } from '../../cli/browsers/session.ts'
import { waitUntil } from '../../cli/browsers/wait-until.ts'
import { ROOT } from '../../cli/root.ts'
import type { CaptureEvent } from '../../lib/model/capture-event.ts'
import { DOWN } from '../funnel/hosts.ts'
import type { ExpectedHop } from '../funnel/scenario.ts'
import { SCENARIOS, type Scenario } from '../funnel/scenarios.ts'
import { startFunnel } from '../funnel/server.ts'
import { serveCase } from './case-server.ts'
import { CASES, type Case } from './cases.ts'
import type { Fixture, FixtureExpectation } from './fixture.ts'
import { settleFixture } from './settle-fixture.ts'

/*
 * Records what real browsers tell the extension, as fixtures for recorded-logs.test.ts:
 *
 *   WXT_KEEP_LOG=1 npx wxt build && WXT_KEEP_LOG=1 npx wxt build --browser firefox --mv3
 *   node test/recording/record-fixtures.ts [chromium|firefox] [a part of the scenarios' ids]
 */

const BUILDS: Record<BrowserName, string> = { chromium: 'chrome-mv3', firefox: 'firefox-mv3' }
const BUILDS_FOLDER = process.env.CLICKPATH_FIXTURE_BUILDS ?? join(ROOT, '.output/fixtures')
const FIXTURES_FOLDER = join(ROOT, 'test/fixtures/recording')

/** A browser that said nothing for this long has nothing more to say: longer than any timer of a recorded page. */
const REST_MS = 1_300
const PATIENCE_MS = 45_000

/** What the extension has heard since the last `clear`. */
class Log {
  private readonly page: ExtensionPage
  constructor(page: ExtensionPage) {
    this.page = page
  }

  clear = () => this.page.evaluate('(globalThis.browser ?? chrome).storage.session.clear()')

  /** In the order of arrival. */
  async events(): Promise<CaptureEvent[]> {
    const items = await this.page.evaluate<Record<string, CaptureEvent>>(
      '(globalThis.browser ?? chrome).storage.session.get(null)',
    )
    return Object.entries(items)
      .filter(([key]) => key.startsWith('log:'))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, event]) => event)
  }

  /** Resolves when nothing was added for a while. */
  async rest(): Promise<void> {
    let count = -1
    let since = performance.now()
    await waitUntil('the browser to rest', PATIENCE_MS, async () => {
      const now = (await this.events()).length
      if (now !== count) since = performance.now()
      count = now
      return count > 0 && performance.now() - since >= REST_MS
    })
  }
}

interface Walk {
  id: string
  expected: FixtureExpectation
  preferences?: Record<string, boolean | string> | undefined
  /** @returns ports of this run → ports in the fixture */
  walk(tab: Tab, rest: () => Promise<void>): Promise<Map<number, number>>
}

const PORT = 4820
const CLOSED_PORT = 4821

function walkOfScenario({ id, start, steps = [], expect }: Scenario): Walk {
  const hops = expect.hops.map((hop) => (isFailure(hop) ? { ...hop, fails: true as const } : hop))
  return {
    id,
    expected: { paths: [hops], ...(expect.endless ? { endless: true } : {}) },
    async walk(tab, rest) {
      const funnel = await startFunnel({ tls: false })
      await tab.goto(funnel.url(start.host, start.path))
      await rest()
      for (const { click } of steps) {
        await tab.click(click, 10_000)
        await rest()
      }
      const closed = Number(new URL(funnel.url(DOWN, '/')).port)
      await funnel.close()
      return new Map([
        [funnel.port, PORT],
        [closed, CLOSED_PORT],
      ])
    },
  }
}

/** A scenario that promises no answer where a server sent the browser means an error. */
const isFailure = ({ cause, status }: ExpectedHop) => cause === 'http-redirect' && status === null

function walkOfCase({ id, pages, walk, expected, preferences }: Case): Walk {
  return {
    id,
    preferences,
    expected,
    async walk(tab, rest) {
      const server = await serveCase(pages)
      const url = (page: string) => `http://${page.replace('/', `:${server.port}/`)}`
      await walk({ tab, url, asked: server.asked, close: server.close, rest })
      await rest()
      await server.close()
      return new Map([[server.port, PORT]])
    },
  }
}

/** @param done tabs of walks that are over: what they say late belongs to none */
async function record(
  session: BrowserSession,
  log: Log,
  browser: BrowserName,
  walk: Walk,
  done: Set<number>,
): Promise<void> {
  const tab = await session.openTab()
  await log.clear()
  const ports = await walk.walk(tab, () => log.rest())
  const events = (await log.events()).filter((event) => !done.has(event.tabId))
  await tab.close()
  for (const { tabId } of events) done.add(tabId)
  await write({ scenario: walk.id, browser, expected: walk.expected, events: settleFixture(events, ports) })
}

/** One event a line, so that a change can be read. */
async function write({ events, ...head }: Fixture): Promise<void> {
  const folder = join(FIXTURES_FOLDER, head.browser)
  await mkdir(folder, { recursive: true })
  const lines = events.map((event) => `    ${JSON.stringify(event)}`).join(',\n')
  const text = `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "events": [\n${lines}\n  ]\n}\n`
  await writeFile(join(folder, `${head.scenario}.json`), text)
  console.log(`${head.browser} ${head.scenario}: ${events.length} events`)
}

const [onlyBrowser, part = ''] = process.argv.slice(2)
for (const browser of ['chromium', 'firefox'] as const) {
  if (onlyBrowser && onlyBrowser !== browser) continue
  const cases = CASES.filter(({ only }) => only === undefined || only === browser)
  const walks = [...SCENARIOS.map(walkOfScenario), ...cases.map(walkOfCase)].filter(({ id }) => id.includes(part))
  for (const [settings, group] of Map.groupBy(walks, ({ preferences }) => JSON.stringify(preferences ?? {}))) {
    await recordAll(browser, group, JSON.parse(settings))
  }
}

async function recordAll(browser: BrowserName, walks: Walk[], preferences: Record<string, boolean | string>) {
  const executable = findBrowser(browser)
  if (!executable) throw new Error(`${browser} is not installed`)
  const extension = resolve(BUILDS_FOLDER, BUILDS[browser])
  const session = await launch(browser, { executable, extension, headed: false, preferences })
  const log = new Log(await session.openExtensionPage('popup.html'))
  const done = new Set<number>()
  for (const walk of walks) {
    await record(session, log, browser, walk, done).catch((error) => console.log(`${browser} ${walk.id} FAILED`, error))
  }
  await session.close()
}
