import type { RecordedPath } from '../../lib/model/click-path.ts'
import type { Funnel } from '../../lib/model/funnel.ts'
import { restore } from '../../lib/recording/restore.ts'
import type { BrowserSession, Tab } from '../browsers/session.ts'
import { pathSince } from './funnel-tabs.ts'
import { giveUpWaiting } from './give-up.ts'
import { settle } from './settle.ts'

/** How long a step's element may take to appear and to hold still. */
const CLICK_MS = 10_000

/** What came of walking a funnel. */
export interface Walk {
  /** Still open, where the walk has come to; closed where its page never came. */
  tab: Tab
  /** Undefined where nothing at all was recorded. */
  path: RecordedPath | undefined
  /** Why the walk ended early: the step that could not be done. */
  stopped?: { step: number; message: string }
  /** What the browser said of the first navigation, where it did not simply come. */
  complaint?: string
}

export interface WalkOptions {
  /** Milliseconds without a new event after which a step counts as finished, where the funnel says nothing. */
  settleMs: number
  say: (line: string) => void
}

/** Walks one funnel in a new tab: its URL, then its steps, each after the one before has come to rest. */
export async function walkFunnel(session: BrowserSession, funnel: Funnel, options: WalkOptions): Promise<Walk> {
  const settleMs = funnel.settleMs ?? options.settleMs
  const known = new Set(restore(await session.storage()).tabs.keys())
  const tab = await session.openTab()
  const comeToRest = async () => {
    const settled = await settle(session, tab, known, settleMs)
    if (!settled.quiet) options.say('  the page does not come to rest; taken as it is')
    return settled.recording
  }
  const complaint = await tab.goto(funnel.url)
  let recording = await comeToRest()
  let stopped: Walk['stopped']
  for (const [index, { click }] of (funnel.steps ?? []).entries()) {
    options.say(`  step ${index + 1}: click ${click}`)
    const trouble = await press(tab, click)
    recording = await comeToRest()
    if (trouble === undefined) continue
    stopped = { step: index + 1, message: trouble }
    break
  }
  recording = await giveUpWaiting(session, tab, known, recording)
  return {
    tab,
    path: await withLanding(session, known, pathSince(recording, known)),
    ...(stopped ? { stopped } : {}),
    ...(complaint === undefined ? {} : { complaint }),
  }
}

/** The path with the word of the page that it ended on, where that page can be asked. */
async function withLanding(
  session: BrowserSession,
  known: ReadonlySet<number>,
  path: RecordedPath | undefined,
): Promise<RecordedPath | undefined> {
  const tabId = path?.hops.at(-1)?.tabId
  if (tabId === undefined) return path
  await session.inspectPage(tabId)
  return pathSince(restore(await session.storage()), known) ?? path
}

/** Clicks. @returns why it could not be done; undefined when it was */
async function press(tab: Tab, selector: string): Promise<string | undefined> {
  try {
    await tab.click(selector, CLICK_MS)
    return undefined
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    return `${selector} could not be clicked within ${CLICK_MS / 1000} s (${reason})`
  }
}
