import { findBrowser } from '../../cli/browsers/find-browser.ts'
import { launch } from '../../cli/browsers/launch.ts'
import { launchChromium } from '../../cli/browsers/launch-chromium.ts'
import { launchFirefox } from '../../cli/browsers/launch-firefox.ts'
import type { BrowserName, BrowserSession, LaunchOptions } from '../../cli/browsers/session.ts'
import { waitUntil } from '../../cli/browsers/wait-until.ts'
import { outputOf } from '../../cli/build.ts'
import { judge } from '../../lib/findings/judge.ts'
import type { ClickPath } from '../../lib/model/click-path.ts'
import { pathsOf } from '../../lib/recording/paths.ts'
import { restore } from '../../lib/recording/restore.ts'

/** What is sure to come comes within this time, on a machine that does much else. */
export const PATIENCE_MS = 20_000

/** Events that follow by themselves come sooner than this: the demo's slowest timer is a second. */
const QUIET_MS = 1_500

function options(name: BrowserName) {
  const executable = findBrowser(name)
  if (!executable) throw new Error(`no ${name} is installed: npm test installs it`)
  return { executable, extension: outputOf(name), headed: false }
}

/** A real browser with the built extension. */
export const startBrowser = (name: BrowserName, more: Partial<LaunchOptions> = {}): Promise<BrowserSession> =>
  launch(name, { ...options(name), ...more })

/** Chromium with its driver, for what only its debugging protocol can do. */
export const startChromium = (more: Partial<LaunchOptions> = {}) => launchChromium({ ...options('chromium'), ...more })

/** Firefox with its driver, for what only its own window can do. */
export const startFirefox = (more: Partial<LaunchOptions> = {}) => launchFirefox({ ...options('firefox'), ...more })

/** The path that carries a mark somewhere in its first URL and that went furthest; undefined before it is there. */
export async function pathWith(session: BrowserSession, mark: string): Promise<ClickPath | undefined> {
  const paths = pathsOf(restore(await session.storage())).filter((path) => path.hops[0]?.url.includes(mark))
  const furthest = paths.sort((a, b) => b.hops.length - a.hops.length)[0]
  return furthest && judge(furthest)
}

/** Waits until the path with this mark passes, and shows what there was where it never does. */
export async function waitForPath(
  session: BrowserSession,
  mark: string,
  passes: (path: ClickPath) => boolean,
): Promise<ClickPath> {
  let last: ClickPath | undefined
  try {
    return await waitUntil(`a path with ${mark}`, PATIENCE_MS, async () => {
      last = await pathWith(session, mark)
      return last && passes(last) ? last : undefined
    })
  } catch (error) {
    const hops = last?.hops.map((hop) => `${hop.cause} ${hop.status} ${hop.url.slice(0, 90)}`).join('\n  ')
    throw new Error(`${(error as Error).message}; there is\n  ${hops ?? 'nothing'}`)
  }
}

/**
 * Waits until the path with this mark has come to rest: nothing of it changes any more.
 *
 * @param atLeast hops that are sure to come: on a busy machine a page's timer may rest longer than the path has to
 */
export async function settledPath(session: BrowserSession, mark: string, atLeast = 1): Promise<ClickPath> {
  let seen = ''
  let since = 0
  return waitForPath(session, mark, (path) => {
    const now = JSON.stringify(path.hops)
    if (now !== seen) since = performance.now()
    seen = now
    return path.hops.length >= atLeast && performance.now() - since >= QUIET_MS
  })
}
