import type { BrowserName, Tab } from '../../cli/browsers/session.ts'
import { DOWN } from '../funnel/hosts.ts'
import type { ExpectedHop } from '../funnel/scenario.ts'
import { SCENARIOS, type Scenario } from '../funnel/scenarios.ts'
import { startFunnel } from '../funnel/server.ts'
import { serveCase } from './cases/serve-case.ts'
import type { SurroundingsName } from './cases/surroundings.ts'
import { wayOf } from './cases/way-of.ts'
import { CASES, type Case } from './cases.ts'
import type { FixtureExpectation } from './fixture.ts'

/** A walk to be recorded, with what it should give. */
export interface Walk {
  id: string
  expected: FixtureExpectation
  surroundings: SurroundingsName
  /**
   * @param port for its server; 0 for a free one
   * @returns ports of this run → ports in the fixture
   */
  walk(tab: Tab, rest: () => Promise<void>, port: number): Promise<Map<number, number>>
}

/** Every walk of a browser: the demo funnel's scenarios, and what it does not have. */
export function walksOf(browser: BrowserName): Walk[] {
  const cases = CASES.filter(({ only = browser, unrecorded }) => only === browser && unrecorded === undefined)
  return [...SCENARIOS.map(walkOfScenario), ...cases.map(walkOfCase)]
}

/** Ports as fixtures name them. */
const PORT = 4820
const CLOSED_PORT = 4821

function walkOfScenario({ id, start, steps = [], expect }: Scenario): Walk {
  const hops = expect.hops.map((hop) => (isFailure(hop) ? { ...hop, fails: true as const } : hop))
  return {
    id,
    surroundings: 'nothing-else',
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

function walkOfCase({ id, pages, walk, expected, surroundings = 'nothing-else' }: Case): Walk {
  return {
    id,
    surroundings,
    expected,
    async walk(tab, rest, at) {
      const server = await serveCase(pages, at)
      await walk(wayOf(server, tab, rest))
      await rest()
      await server.close()
      return new Map([[server.port, PORT]])
    },
  }
}
