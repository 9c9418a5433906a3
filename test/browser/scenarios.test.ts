import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BROWSER_NAMES, type BrowserSession } from '../../cli/browsers/session.ts'
import type { ClickPath } from '../../lib/model/click-path.ts'
import type { ExpectedHop, Scenario } from '../funnel/scenario.ts'
import { SCENARIOS } from '../funnel/scenarios.ts'
import { type DemoFunnel, startFunnel } from '../funnel/server.ts'
import { missingEvidence } from '../recording/missing-evidence.ts'
import { PATIENCE_MS, settledPath, startBrowser } from './browsers.ts'

describe.each(BROWSER_NAMES)('the demo funnel, clicked in real %s', (name) => {
  let funnel: DemoFunnel
  let session: BrowserSession

  beforeAll(async () => {
    funnel = await startFunnel()
    session = await startBrowser(name)
  })
  afterAll(async () => {
    await session?.close()
    await funnel?.close()
  })

  async function walk({ start, steps = [], expect: { hops } }: Scenario): Promise<ClickPath> {
    const tab = await session.openTab()
    await tab.goto(funnel.url(start.host, start.path))
    for (const { click } of steps) await tab.click(click, PATIENCE_MS)
    const path = await settledPath(session, start.path, hops.length)
    await tab.close()
    return path
  }

  it.concurrent.each(SCENARIOS.map((scenario) => [scenario.id, scenario] as const))('%s', async (_, scenario) => {
    const path = await walk(scenario)
    const expected = scenario.expect
    expect(hopsOf(path, expected.hops, expected.endless)).toEqual(expected.hops.map(wanted))
    expect(missingEvidence(path.hops)).toEqual([])
    expect(outcomesOf(path, expected.outcomes ?? {})).toEqual(expected.outcomes ?? {})
    expect(path.verdict).toBe(expected.verdict)
    expect(new Set(rulesOf(path, expected.findings))).toEqual(new Set(expected.findings))
    if (expected.blame !== undefined) expect(path.findings[0]?.hop).toBe(expected.blame)
  })
})

const wanted = ({ host, path, cause, status, method, newTab, fragment }: ExpectedHop) => ({
  host,
  path,
  cause,
  status,
  method: method ?? 'GET',
  newTab: newTab ?? false,
  fragment,
})

function hopsOf({ hops }: ClickPath, expected: readonly ExpectedHop[], endless = false) {
  return (endless ? hops.slice(0, expected.length) : hops).map((hop, index) => {
    const url = new URL(hop.url)
    return {
      host: url.hostname,
      path: url.pathname,
      cause: hop.cause,
      status: hop.status,
      method: hop.method,
      newTab: hop.openerTabId !== undefined,
      fragment: expected[index]?.fragment === undefined ? undefined : url.hash,
    }
  })
}

function outcomesOf({ identifiers }: ClickPath, expected: Record<string, string>) {
  return Object.fromEntries(
    Object.keys(expected).map((name) => [name, identifiers.find((identifier) => identifier.name === name)?.outcome]),
  )
}

/** Every error and warning, and the advice that the scenario is about. */
function rulesOf({ findings }: ClickPath, expected: readonly string[]): string[] {
  return findings.filter((f) => f.severity !== 'info' || expected.includes(f.rule)).map((f) => f.rule)
}
