import { holdsProbeValue } from '../identifiers/probe-value.ts'
import type { Hop, RecordedPath } from '../model/click-path.ts'
import type { ProbeWalk } from '../model/probe-walk.ts'
import { isoTime, pathOfTab, pathsOf } from '../recording/paths.ts'
import { isPrivatePath } from '../recording/private-tabs.ts'
import type { Recording } from '../recording/recording.ts'
import { isUnderWay } from '../recording/under-way.ts'

/** So many are told of. A link that was clicked more often is judged by its newest clicks. */
const MOST_WALKS = 5

/** A test link, and whose clicks on it may be told. */
export interface Wanted {
  link: string
  /** Its values. */
  values: readonly string[]
  /** Clicks in private windows too. */
  private: boolean
}

/**
 * The recorded clicks on a probe's test link, newest first, in whatever tab it was opened and wherever it went on. A page
 * that is reloaded at the end still has the values, and is no click on the link: one begins where the link itself was asked for.
 *
 * @param now ms since the epoch
 */
export function probeWalks(recording: Recording, wanted: Wanted, now: number): ProbeWalk[] {
  const isLink = isLinkOf(wanted)
  return pathsOf(recording)
    .flatMap((path) => {
      const link = path.hops.find(({ url }) => isLink(url))
      return link && (wanted.private || !isPrivatePath(recording, path)) ? [{ path, at: link.startedAt }] : []
    })
    .sort((a, b) => b.at - a.at || lastOf(b.path).startedAt - lastOf(a.path).startedAt)
    .slice(0, MOST_WALKS)
    .map(({ path, at }) => ({
      id: path.id,
      openedAt: isoTime(at),
      hops: path.hops,
      live: isLive(recording, path, now),
      closed: isClosed(recording, lastOf(path).tabId),
    }))
}

const lastOf = ({ hops }: RecordedPath) => hops.at(-1) as Hop

/** A browser may ask for it by https, or without a parameter that it strips. */
function isLinkOf({ link, values }: Wanted): (url: string) => boolean {
  const { hostname, pathname } = URL.parse(link) ?? {}
  return (url) => {
    if (!holdsProbeValue(url) || !values.some((value) => url.includes(value))) return false
    const asked = URL.parse(url)
    return asked?.hostname === hostname && asked?.pathname === pathname
  }
}

function isLive(recording: Recording, path: RecordedPath, now: number): boolean {
  const { tabId } = lastOf(path)
  return isUnderWay(recording, tabId, now) && pathOfTab(recording, tabId)?.id === path.id
}

function isClosed({ tabs }: Recording, tabId: number): boolean {
  const tab = tabs.get(tabId)
  return tab === undefined || tab.closed === true
}
