import { buildEvidence } from '../evidence/build.ts'
import { judge } from '../findings/judge.ts'
import { verdictSentence } from '../findings/verdict-sentence.ts'
import type { CaptureEvent } from '../model/capture-event.ts'
import type { ClickPath, RecordedPath } from '../model/click-path.ts'
import type { Evidence } from '../model/evidence.ts'
import type { PageAnswer } from '../model/page-question.ts'
import type { PostbackAttempt } from '../model/postback.ts'
import type { ProbeWalk } from '../model/probe-walk.ts'
import { makeRoom } from '../recording/make-room.ts'
import { pathOfTab } from '../recording/paths.ts'
import { prune } from '../recording/prune.ts'
import type { Recording, Untold } from '../recording/recording.ts'
import { isUnderWay } from '../recording/under-way.ts'
import { type Asked, pageFact, questionFor } from './ask-page.ts'
import { type BadgeLook, badgeOf } from './badge-look.ts'
import { probeWalks, type Wanted } from './probe-walks.ts'

/** A tab's click, judged. */
export interface PathView {
  path: ClickPath
  /** The verdict in words. */
  sentence: string
  /** A navigation is under way: more hops may come. */
  live: boolean
}

/** What an evidence document says besides its path. Postbacks that were fired for another path are left out. */
interface About {
  postbacks: PostbackAttempt[]
  generator: Evidence['generator']
  /** ISO 8601. */
  exportedAt: string
}

/** What is made of a recording when someone looks: everything that no listener needs. */
export interface Analysis {
  /** Forgets what the job does not need. @param untold tabs that are left alone @returns the storage keys that are gone */
  prune(recording: Recording, untold: Untold): string[]
  /** Forgets what is worth least, when the store is full. @returns the storage keys whose value is changed or gone */
  makeRoom(recording: Recording): string[]
  badgeOf(recording: Recording, tabId: number): BadgeLook | undefined
  /** @param now ms since the epoch */
  view(recording: Recording, tabId: number, now: number): PathView | undefined
  /** A tab's path as it was recorded. */
  pathOf(recording: Recording, tabId: number): RecordedPath | undefined
  /** A path that is no longer recorded, judged. */
  judged(path: RecordedPath): Omit<PathView, 'live'>
  evidenceOf(recording: Recording, tabId: number, about: About): Evidence | undefined
  evidenceOfPath(path: RecordedPath, about: About): Evidence
  /** The clicks on a probe's test link, newest first. @param now ms since the epoch */
  probeWalks(recording: Recording, wanted: Wanted, now: number): ProbeWalk[]
  /** What to ask the last document of a tab's path; undefined where there is nothing to ask. */
  questionFor(recording: Recording, tabId: number): Asked | undefined
  /** @param time when it answered, ms since the epoch */
  pageFact(recording: Recording, tabId: number, answer: PageAnswer, time: number): CaptureEvent
}

export const analysis: Analysis = {
  prune,
  makeRoom,
  badgeOf(recording, tabId) {
    const path = pathOfTab(recording, tabId)
    return path && badgeOf(judge(path))
  },
  view(recording, tabId, now) {
    const recorded = pathOfTab(recording, tabId)
    return recorded && { ...judged(recorded), live: isUnderWay(recording, tabId, now) }
  },
  pathOf: pathOfTab,
  judged,
  evidenceOf(recording, tabId, about) {
    const path = pathOfTab(recording, tabId)
    return path && evidenceOfPath(path, about)
  },
  evidenceOfPath,
  probeWalks,
  questionFor: (recording, tabId) => questionFor(pathOfTab(recording, tabId)),
  pageFact,
}

function judged(recorded: RecordedPath): Omit<PathView, 'live'> {
  const path = judge(recorded)
  return { path, sentence: verdictSentence(path) }
}

function evidenceOfPath(path: RecordedPath, { postbacks, ...about }: About): Evidence {
  return buildEvidence({ ...about, paths: [path], postbacks: postbacks.filter(({ pathId }) => pathId === path.id) })
}
