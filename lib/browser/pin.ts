import type { Analysis } from '../analysis/analysis.ts'
import type { Evidence } from '../model/evidence.ts'
import { type PinnedList, PinnedPath } from '../model/pinned.ts'
import { isPrivatePath } from '../recording/private-tabs.ts'
import type { Recording } from '../recording/recording.ts'
import { isBare } from '../ui/bare.ts'
import type { AttemptBook } from './attempt-book.ts'
import type { PinnedStore } from './pinned-store.ts'
import { PINS_CHANGED_KEY, PINS_KEY } from './pins-key.ts'
import type { Store } from './store.ts'

export interface PinDeps {
  pinned: PinnedStore
  session: Store
  recording(): Promise<Recording>
  analysis(): Promise<Analysis>
  /** Whether a tab is of a private window; undefined where there is no such tab any more. */
  isPrivate(tabId: number): Promise<boolean | undefined>
  generator: Evidence['generator']
  now(): number
}

const NOT_PINNED = 'A private window leaves nothing behind: its click cannot be pinned. Export its evidence instead.'

/**
 * Keeps a tab's path beyond the browser's end.
 *
 * @throws in words, when there is none, or its window is private
 */
export async function pinPath(tabId: number, deps: PinDeps): Promise<void> {
  // Who asks is not taken at its word: nothing of a private window may reach the disk.
  if ((await deps.isPrivate(tabId)) !== false) throw new Error(NOT_PINNED)
  const [recording, analysis] = await Promise.all([deps.recording(), deps.analysis()])
  const path = analysis.pathOf(recording, tabId)
  if (!path) throw new Error('There is no click in this tab to pin.')
  // A click of an ordinary window may have gone on in a private one.
  if (isPrivatePath(recording, path)) throw new Error(NOT_PINNED)
  await put({ pinnedAt: isoTime(deps.now()), path }, deps)
}

/** Brings the pinned copy of a tab's path up to what was recorded since; does nothing where it is not pinned. */
export async function keepPinned(tabId: number, deps: PinDeps): Promise<void> {
  const [recording, analysis] = await Promise.all([deps.recording(), deps.analysis()])
  const path = analysis.pathOf(recording, tabId)
  if (path && isPrivatePath(recording, path)) return
  const known = path && (await deps.pinned.get(path.id))
  if (!known || known.path.hops.length > path.hops.length) return
  const { name } = known.path
  const next = { ...known, path: { ...path, ...(name !== undefined && { name }) } }
  // A tab comes to rest more often than its path goes on.
  if (JSON.stringify(PinnedPath.parse(next)) !== JSON.stringify(known)) await put(next, deps)
}

/** @returns what was pinned, for who wants it back; undefined where it was not, or cannot be read */
export async function unpinPath(id: string, { pinned, session }: PinDeps): Promise<PinnedPath | undefined> {
  const known = await pinned.get(id)
  await pinned.remove(id)
  await notePins(session, (ids) => ids.filter((pinnedId) => pinnedId !== id))
  return known
}

/** Brings back what was unpinned, as it was. */
export const repinPath = (unpinned: PinnedPath, deps: PinDeps): Promise<void> => put(unpinned, deps)

/** Calls a pinned path something; an empty name takes it away. */
export async function renamePinned(id: string, name: string, { pinned, session }: PinDeps): Promise<void> {
  const known = await wanted(id, pinned)
  const { name: _before, ...path } = known.path
  await pinned.put({ ...known, path: { ...path, ...(name.trim() !== '' && { name: name.trim() }) } })
  await notePins(session, (ids) => ids)
}

/** What is pinned, as lines of a list. */
export async function listPinned({ pinned, analysis }: PinDeps): Promise<PinnedList> {
  const [{ judged }, { pinned: kept, unreadable }] = await Promise.all([analysis(), pinned.list()])
  const paths = kept.map(({ pinnedAt, path: recorded }) => {
    const { path, sentence } = judged(recorded)
    const { id, name, startedAt, hops, verdict } = path
    const [from = '', to = from] = [hops[0]?.url, hops.at(-1)?.url]
    return {
      id,
      ...(name !== undefined && { name }),
      pinnedAt,
      startedAt,
      hops: hops.length,
      from,
      to,
      verdict,
      bare: isBare(path),
      sentence,
    }
  })
  return { paths, unreadable }
}

/** A pinned path whole, judged by today's rules. */
export async function pinnedPath(id: string, { pinned, analysis }: PinDeps) {
  const [{ judged }, { pinnedAt, path }] = await Promise.all([analysis(), wanted(id, pinned)])
  return { pinnedAt, ...judged(path) }
}

/** The evidence document of a pinned path, with the postbacks that were fired for it. */
export async function pinnedEvidence(id: string, attempts: AttemptBook, deps: PinDeps): Promise<Evidence> {
  const [analysis, { path }] = await Promise.all([deps.analysis(), wanted(id, deps.pinned)])
  return analysis.evidenceOfPath(path, {
    postbacks: await attempts.ofPath(id),
    generator: deps.generator,
    exportedAt: isoTime(deps.now()),
  })
}

async function wanted(id: string, pinned: PinnedStore): Promise<PinnedPath> {
  const known = await pinned.get(id)
  if (!known) throw new Error('This click is pinned no more, or what was kept of it cannot be read.')
  return known
}

async function put(pinnedPath: PinnedPath, { pinned, session }: PinDeps): Promise<void> {
  await pinned.put(pinnedPath)
  const { id } = pinnedPath.path
  await notePins(session, (ids) => [...ids.filter((known) => known !== id), id])
}

/** Notes which paths may go on, and tells whoever shows what is pinned that it has changed. */
async function notePins(session: Store, change: (ids: string[]) => string[]): Promise<void> {
  const [{ [PINS_KEY]: noted }, { [PINS_CHANGED_KEY]: times }] = await Promise.all([
    session.get(PINS_KEY),
    session.get(PINS_CHANGED_KEY),
  ])
  const ids = Array.isArray(noted) ? noted.filter((id) => typeof id === 'string') : []
  await session.set({ [PINS_KEY]: change(ids), [PINS_CHANGED_KEY]: (Number(times) || 0) + 1 })
}

const isoTime = (ms: number) => new Date(ms).toISOString()
