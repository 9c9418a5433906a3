import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BROWSER_NAMES, type BrowserName, type BrowserSession } from '../../cli/browsers/session.ts'
import { waitUntil } from '../../cli/browsers/wait-until.ts'
import { outputOf } from '../../cli/build.ts'
import type { Hop, RecordedPath } from '../../lib/model/click-path.ts'
import { pathsOf } from '../../lib/recording/paths.ts'
import { restore } from '../../lib/recording/restore.ts'
import { launchIn } from '../recording/cases/launch-in.ts'
import { serveCase } from '../recording/cases/serve-case.ts'
import { SURROUNDINGS, type SurroundingsName } from '../recording/cases/surroundings.ts'
import { wayOf } from '../recording/cases/way-of.ts'
import { CASES, type Case } from '../recording/cases.ts'
import { missingEvidence } from '../recording/missing-evidence.ts'
import { expectedLine, recordedLines } from '../recording/read-fixtures.ts'

/** A path that has not changed for this long is over: longer than any timer of a case's pages. */
const REST_MS = 1_000
const PATIENCE_MS = 20_000

const NAMES = Object.keys(SURROUNDINGS) as SurroundingsName[]
const casesIn = (browser: BrowserName, name: SurroundingsName) =>
  CASES.filter(
    ({ only = browser, surroundings = 'nothing-else', unwalked }) =>
      only === browser && surroundings === name && unwalked === undefined,
  )

/*
 * What a browser does beside a funnel, and what people and pages get up to. The same walks are recorded as fixtures;
 * here the browser at hand shows that it still does what the recorded one did.
 */
describe.each(
  BROWSER_NAMES.flatMap((browser) => NAMES.map((name) => ({ browser, name, cases: casesIn(browser, name) }))).filter(
    ({ cases }) => cases.length > 0,
  ),
)('in real $browser with $name', ({ browser, name, cases }) => {
  let session: BrowserSession
  let port: number

  beforeAll(async () => {
    ;({ session, port } = await launchIn(name, browser, outputOf(browser)))
  })
  afterAll(() => session?.close())

  /** The paths of a case are those that its server's port occurs in; another case may have had that port before it. */
  async function pathsAt(port: number, begun: number): Promise<RecordedPath[]> {
    const isOfCase = ({ url, startedAt }: Hop) => url.includes(`${port}`) && startedAt >= begun
    return pathsOf(restore(await session.storage())).filter(({ hops }) => hops.some(isOfCase))
  }

  /** Resolves once there is a path, and nothing of the paths changes any more. */
  async function rest(port: number, begun: number): Promise<void> {
    let seen = '[]'
    let since = performance.now()
    await waitUntil('the browser to rest', PATIENCE_MS, async () => {
      const now = JSON.stringify(await pathsAt(port, begun))
      if (now !== seen) since = performance.now()
      seen = now
      return seen !== '[]' && performance.now() - since >= REST_MS
    })
  }

  /** What is recorded of a walk: as expected, or else what there is when patience is over. */
  async function walk({ pages, walk, forgets, expected }: Case) {
    const wanted = forgets ? expected.paths.slice(1) : expected.paths
    const lines = wanted.map((hops) => hops.map(expectedLine))
    const server = await serveCase(pages, port)
    const tab = await session.openTab()
    let found: string[][] = []
    let missing: string[] = []
    const begun = Date.now()
    try {
      await walk(wayOf(server, tab, () => rest(server.port, begun)))
      await waitUntil('the paths', PATIENCE_MS, async () => {
        await rest(server.port, begun)
        const paths = await pathsAt(server.port, begun)
        found = paths.map((path, index) => recordedLines(path, wanted[index]))
        missing = paths.flatMap(({ hops }) => missingEvidence(hops))
        return isDeepStrictEqual(found, lines)
      }).catch(() => {})
    } finally {
      await tab.close()
      await server.close()
    }
    return { found, missing, expected: lines }
  }

  // Cases that must have one and the same port take turns, and those that must not lie behind another tab.
  const isAlone = ({ alone }: Case) => alone === true || name === 'own-authority'
  const rows = (alone: boolean) => cases.filter((one) => isAlone(one) === alone).map((one) => [one.id, one] as const)
  it.concurrent.each(rows(false))('%s', (_, one) => gives(one))
  it.each(rows(true))('%s', (_, one) => gives(one))

  async function gives(one: Case): Promise<void> {
    const { found, missing, expected } = await walk(one)
    expect(found).toEqual(expected)
    expect(missing).toEqual([])
  }
})
