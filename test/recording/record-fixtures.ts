import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { BROWSER_NAMES, type BrowserName, type BrowserSession } from '../../cli/browsers/session.ts'
import { ROOT } from '../../cli/root.ts'
import { launchIn } from './cases/launch-in.ts'
import type { SurroundingsName } from './cases/surroundings.ts'
import { EventLog } from './event-log.ts'
import type { Fixture } from './fixture.ts'
import { settleFixture } from './settle-fixture.ts'
import { type Walk, walksOf } from './walks.ts'

/*
 * Records what real browsers tell the extension, as fixtures for recorded-logs.test.ts:
 *
 *   WXT_KEEP_LOG=1 npx wxt build && WXT_KEEP_LOG=1 npx wxt build --browser firefox --mv3
 *   node test/recording/record-fixtures.ts [chromium|firefox] [a part of the scenarios' ids]
 */

const BUILDS: Record<BrowserName, string> = { chromium: 'chrome-mv3', firefox: 'firefox-mv3' }
const BUILDS_FOLDER = process.env.CLICKPATH_FIXTURE_BUILDS ?? join(ROOT, '.output/fixtures')
const FIXTURES_FOLDER = join(ROOT, 'test/fixtures/recording')

const [onlyBrowser, part = ''] = process.argv.slice(2)
for (const browser of BROWSER_NAMES) {
  if (onlyBrowser && onlyBrowser !== browser) continue
  const walks = walksOf(browser).filter(({ id }) => id.includes(part))
  for (const [surroundings, group] of Map.groupBy(walks, (walk) => walk.surroundings)) {
    await recordAll(browser, group, surroundings)
  }
}

/** In one browser, one after the other, each in a tab of its own. */
async function recordAll(browser: BrowserName, walks: Walk[], surroundings: SurroundingsName) {
  const { session, port } = await launchIn(surroundings, browser, resolve(BUILDS_FOLDER, BUILDS[browser]))
  const log = new EventLog(await session.openExtensionPage('popup.html'))
  const done = new Set<number>()
  for (const walk of walks) {
    await record(session, log, browser, walk, port, done).catch((error) => {
      console.error(`${browser} ${walk.id}:`, error)
      process.exitCode = 1
    })
  }
  await session.close()
}

/**
 * @param port for the walk's server
 * @param done tabs of walks that are over: what they say late belongs to none
 */
async function record(
  session: BrowserSession,
  log: EventLog,
  browser: BrowserName,
  walk: Walk,
  port: number,
  done: Set<number>,
): Promise<void> {
  const tab = await session.openTab()
  await log.clear()
  const ports = await walk.walk(tab, () => log.rest(), port)
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
