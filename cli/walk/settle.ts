import { setTimeout as sleep } from 'node:timers/promises'
import type { Recording } from '../../lib/recording/recording.ts'
import { readRefresh } from '../../lib/recording/refresh.ts'
import { restore } from '../../lib/recording/restore.ts'
import { isUnderWay } from '../../lib/recording/under-way.ts'
import type { BrowserSession, Tab } from '../browsers/session.ts'
import { tabsSince } from './funnel-tabs.ts'

/** A page that never comes to rest is taken as it is after this long. */
const PATIENCE_MS = 30_000
/** A refresh that comes later than this is no redirect but a page that keeps itself up to date. */
const MAX_REFRESH_MS = 10_000
/** A page that is about to go is gone after this long, or cannot be asked at all. */
const LEAVING_MS = 2_000
/** A tab that a script opened empty is sent somewhere soon; Firefox lets the timers of a page behind run once a second. */
const EMPTY_TAB_MS = 3_000
const POLL_MS = 100

/** Time, so that a test can have its own. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number
  sleep(ms: number): Promise<unknown>
}

const CLOCK: Clock = { now: Date.now, sleep }

export interface Settled {
  recording: Recording
  /** False when patience ran out first. */
  quiet: boolean
}

/**
 * Waits until the click has come to rest: no new fact reached the log for `quietMs`, no document is under way in the
 * funnel's tabs, and the page they are on has announced no refresh that is still to come.
 *
 * @param known the tabs that were there before the funnel
 */
export async function settle(
  session: Pick<BrowserSession, 'storage'>,
  tab: Pick<Tab, 'metaRefresh'>,
  known: ReadonlySet<number>,
  quietMs: number,
  clock = CLOCK,
): Promise<Settled> {
  const begun = clock.now()
  let seen = ''
  let lastNews = begun
  for (;;) {
    const items = await session.storage()
    const recording = restore(items)
    const now = clock.now()
    const log = JSON.stringify(items)
    if (log !== seen) lastNews = now
    seen = log
    const busy = tabsSince(recording, known).some(
      (tabId) => isUnderWay(recording, tabId, now) || isStillEmpty(recording, tabId, now),
    )
    if (!busy && now - lastNews >= quietMs) {
      // A page that cannot be asked is about to go.
      const refreshMs = await announcedRefresh(recording, tab, known).catch(() => LEAVING_MS)
      if (now - lastNews >= refreshMs + quietMs) return { recording, quiet: true }
    }
    if (now - begun >= PATIENCE_MS + quietMs) return { recording, quiet: false }
    await clock.sleep(POLL_MS)
  }
}

function isStillEmpty(recording: Recording, tabId: number, now: number): boolean {
  const { openedBy, navigations = [] } = recording.tabs.get(tabId) ?? {}
  return openedBy !== undefined && navigations.length === 0 && now - openedBy.at < EMPTY_TAB_MS
}

/** In how many milliseconds the page has announced to go elsewhere, by meta element or by header; 0 where it has not. */
async function announcedRefresh(
  recording: Recording,
  tab: Pick<Tab, 'metaRefresh'>,
  known: ReadonlySet<number>,
): Promise<number> {
  const documents = tabsSince(recording, known).map((tabId) =>
    recording.tabs.get(tabId)?.navigations.findLast(({ kind, commit }) => kind === 'document' && commit),
  )
  const page = documents.sort((a, b) => (a?.commit?.at ?? 0) - (b?.commit?.at ?? 0)).at(-1)
  const url = page?.commit?.url
  if (!page || !url) return 0
  const contents = [await tab.metaRefresh(), page.legs.at(-1)?.refresh]
  const delays = contents
    .map((content) => (content === undefined ? undefined : readRefresh(content, url)))
    .filter((refresh) => refresh !== undefined && refresh.url !== url)
    .map((refresh) => (refresh?.seconds ?? 0) * 1000)
    .filter((delay) => delay <= MAX_REFRESH_MS)
  return delays.length > 0 ? Math.min(...delays) : 0
}
