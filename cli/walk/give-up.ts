import type { Recording } from '../../lib/recording/recording.ts'
import { restore } from '../../lib/recording/restore.ts'
import { isWaiting } from '../../lib/recording/under-way.ts'
import type { BrowserSession, Tab } from '../browsers/session.ts'
import { waitUntil } from '../browsers/wait-until.ts'
import { tabsSince } from './funnel-tabs.ts'

/** The browser tells at once that a request was given up. */
const TOLD_MS = 3_000

/**
 * Ends a walk whose last page never came: its tabs are closed, and the browser says of the request that it was given up.
 * Without that word the path would end in a hop that nothing is known of.
 *
 * @returns the recording with that word; as it was where no page is waited for
 */
export async function giveUpWaiting(
  session: Pick<BrowserSession, 'storage'>,
  tab: Pick<Tab, 'close'>,
  known: ReadonlySet<number>,
  recording: Recording,
): Promise<Recording> {
  const waits = (now: Recording) => tabsSince(now, known).some((tabId) => isWaiting(now, tabId))
  if (!waits(recording)) return recording
  await tab.close()
  return waitUntil('the browser to give the page up', TOLD_MS, async () => {
    const now = restore(await session.storage())
    return !waits(now) && now
  }).catch(() => recording)
}
