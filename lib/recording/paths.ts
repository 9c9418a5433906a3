import type { Cut, Hop, RecordedPath } from '../model/click-path.ts'
import { MAX_URL_LENGTH } from './limits.ts'
import { type Placed, place } from './place.ts'
import type { Recording } from './recording.ts'

/**
 * The click paths of a recording, oldest first.
 *
 * Navigations form a tree: each follows from the page that began it, in its tab or in the tab that opened it. A path is
 * one way from a beginning to an end of that tree, so a page that opens a tab and goes on itself gives two paths which
 * share their first hops.
 */
export function pathsOf(recording: Recording): RecordedPath[] {
  return place(recording)
    .filter((placed) => placed.followers === 0)
    .map(pathTo)
    .sort((a, b) => (a.hops[0]?.startedAt ?? 0) - (b.hops[0]?.startedAt ?? 0))
}

/** The path that a tab is on now: the one which its last navigation belongs to, as far as that one has gone. */
export function pathOfTab(recording: Recording, tabId: number): RecordedPath | undefined {
  const all = place(recording)
  const last = all.findLast((placed) => placed.navigation.tabId === tabId)
  if (!last) return undefined
  const ends = all.filter((placed) => placed.followers === 0 && follows(placed, last))
  const end = ends.at(-1)
  return end && pathTo(end)
}

function follows(placed: Placed, ancestor: Placed): boolean {
  for (let at: Placed | undefined = placed; at; at = at.parent) if (at === ancestor) return true
  return false
}

function pathTo(end: Placed): RecordedPath {
  const way: Placed[] = []
  for (let at: Placed | undefined = end; at; at = at.parent) way.unshift(at)
  const hops = way.flatMap((placed) => placed.hops).map((hop, index) => ({ ...hop, index }))
  const landing = landingOf(way)
  const cut = cutOf(way[0], hops)
  const startedAt = isoTime(hops[0]?.startedAt ?? 0)
  return { id: end.pathId, startedAt, hops, ...(cut && { cut }), ...(landing && { landing }) }
}

function cutOf(first: Placed | undefined, hops: readonly Hop[]): Cut | undefined {
  const { missing = 0, unheard } = first ?? {}
  const urls = hops.flatMap(({ url, index }) => (url.length >= MAX_URL_LENGTH ? [index] : []))
  if (missing === 0 && !unheard && urls.length === 0) return undefined
  return {
    ...(missing > 0 ? { hopsBefore: missing } : unheard && { unheard }),
    ...(urls.length > 0 && { urls }),
  }
}

/** What the last document said of itself; what an earlier one said is no longer of use. */
const landingOf = (way: Placed[]) =>
  way.findLast(({ navigation }) => navigation.kind === 'document')?.parts.findLast(({ landing }) => landing)?.landing

/** The furthest instant that a date can say, in ms from the epoch (ECMAScript, "time values"). */
const LAST_INSTANT = 8.64e15

/** A time in ms since the epoch as ISO 8601. Times come from pages too, and a page may say anything: one that is none is the epoch. */
export const isoTime = (ms: number) => new Date(Math.abs(ms) <= LAST_INSTANT ? ms : 0).toISOString()
