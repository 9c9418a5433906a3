import type { BrowserSession, Tab } from '../../cli/browsers/session.ts'
import type { ClickPath } from '../../lib/model/click-path.ts'
import { SCENARIOS } from '../funnel/scenarios.ts'
import type { DemoFunnel } from '../funnel/server.ts'
import { PATIENCE_MS, settledPath } from './browsers.ts'

/** A click of the demo funnel that arrived whole: what its identifier is worth, and where it is shown. */
export interface KeptClick {
  tab: Tab
  tabId: number
  path: ClickPath
  /** Value of the identifier. */
  value: string
}

/** Walks a scenario that keeps an identifier, to its end. @param name such as `clickid` */
export async function walkKept(
  session: BrowserSession,
  funnel: DemoFunnel,
  name: string,
  tab?: Tab,
): Promise<KeptClick> {
  const scenario = SCENARIOS.find(({ theme, expect }) => theme === 'kept' && expect.outcomes?.[name] === 'delivered')
  if (!scenario) throw new Error(`no scenario keeps a ${name}`)
  const { start, steps = [], expect } = scenario
  const walked = tab ?? (await session.openTab())
  await walked.goto(funnel.url(start.host, start.path))
  for (const { click } of steps) await walked.click(click, PATIENCE_MS)
  const path = await settledPath(session, start.path, expect.hops.length)
  const value = path.identifiers.find((identifier) => identifier.name === name)?.value
  const tabId = path.hops.at(-1)?.tabId
  if (value === undefined || tabId === undefined) throw new Error(`the walk of ${start.path} recorded no ${name}`)
  return { tab: walked, tabId, path, value }
}
