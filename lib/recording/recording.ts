import * as z from 'zod/mini'
import { AnswerHeader, SetCookie } from '../model/click-path.ts'
import { Landing } from '../model/landing.ts'

/*
 * What is recorded, as it is kept in memory and in storage. The schemas read it back: a store can be corrupt, or
 * written by an older version.
 */

/** One request of a redirect chain. Every fact may be missing: a worker can die between two events. */
export const Leg = z.object({
  url: z.string(),
  sentAt: z.optional(z.number()),
  /** Absent for GET. */
  method: z.optional(z.string()),
  /** Urlencoded; only the fields that name identifiers. */
  body: z.optional(z.string()),
  /** When its answer was in, it redirected, or it failed. */
  endedAt: z.optional(z.number()),
  status: z.optional(z.number()),
  /** Where its answer sent the browser. */
  to: z.optional(z.string()),
  /** Who inside the browser made the answer up, where no server gave it. */
  internalReason: z.optional(z.string()),
  fromCache: z.optional(z.boolean()),
  ip: z.optional(z.string()),
  setCookies: z.optional(z.array(SetCookie)),
  headers: z.optional(z.array(AnswerHeader)),
  /** Value of the `Refresh` header of its answer. */
  refresh: z.optional(z.string()),
  /** No content script runs in what it brought. */
  mute: z.optional(z.literal(true)),
  error: z.optional(z.string()),
})
export type Leg = z.infer<typeof Leg>

/** The document is there, or the address changed. */
export const Commit = z.object({
  at: z.number(),
  url: z.string(),
  transition: z.string(),
  qualifiers: z.array(z.string()),
})
export type Commit = z.infer<typeof Commit>

/** It came to nothing. */
export const Failure = z.object({ at: z.number(), url: z.string(), error: z.string() })
export type Failure = z.infer<typeof Failure>

/**
 * One attempt to show another document in a tab, or one change of the address without a document: the facts about it,
 * gathered from both of the browser's APIs and from the page. Each keeps its time, so the order in which they arrive does
 * not matter.
 */
export const Navigation = z.object({
  tabId: z.number(),
  /** Counts up within a tab; with `tabId` the navigation's identity. */
  number: z.number(),
  /** When it began, as far as is known, in ms since the epoch. */
  time: z.number(),
  kind: z.enum(['document', 'history', 'fragment']),
  /** URL first asked for. */
  url: z.string(),
  begunAt: z.optional(z.number()),
  requestId: z.optional(z.string()),
  /** Origin of the document that began it; absent when the browser did. */
  initiator: z.optional(z.string()),
  legs: z.array(Leg),
  /** What it came from is forgotten: it begins a path, whatever is left before it. */
  apart: z.optional(z.boolean()),
  /** What it came from could not tell how it began, and is forgotten. */
  untold: z.optional(z.boolean()),
  /** Hops before it that are no more, at least so many: there was no room for them, or they could not be read. */
  gap: z.optional(z.number()),
  /**
   * Nothing that comes later in its tab follows from it: what did was not recorded. The number says how many hops are
   * known to be missing there, 0 when recording was paused.
   */
  sealed: z.optional(z.number()),
  /** The page's own word on how it began. */
  page: z.optional(
    z.object({
      at: z.number(),
      userInitiated: z.boolean(),
      how: z.enum(['link', 'form', 'meta-refresh', 'reload', 'traverse', 'other']),
      element: z.optional(z.string()),
    }),
  ),
  commit: z.optional(Commit),
  failure: z.optional(Failure),
  /** The document's own word on what it keeps and where it links; the newest. */
  landing: z.optional(Landing),
})
export type Navigation = z.infer<typeof Navigation>

/** What is known of a tab itself. */
export const TabFacts = z.object({
  openedBy: z.optional(z.object({ tabId: z.number(), at: z.number(), url: z.string() })),
  /** Clicks on its pages that send their URL to another tab or frame; the last few, newest last. */
  targetings: z.array(
    z.object({ at: z.number(), url: z.string(), how: z.enum(['link', 'form']), element: z.optional(z.string()) }),
  ),
  /** The person closed it: nobody looks at what it showed last. */
  closed: z.optional(z.boolean()),
  /** It is of a private window. */
  private: z.optional(z.boolean()),
  /** Nothing of what storage held of it could be read; so many hops at least are missing. */
  lacks: z.optional(z.number()),
})
export type TabFacts = z.infer<typeof TabFacts>

export interface TabRecord extends TabFacts {
  tabId: number
  /** In the order in which they were first heard of. */
  navigations: Navigation[]
}

/** Everything recorded, by tab. */
export interface Recording {
  tabs: Map<number, TabRecord>
}

/** The tabs of which more is to be told: what seems to have come to nothing there may be half of something. */
export type Untold = Pick<ReadonlySet<number>, 'has'>

export function emptyRecording(): Recording {
  return { tabs: new Map() }
}

/** The record of a tab, begun when there is none. */
export function tabOf(recording: Recording, tabId: number): TabRecord {
  let tab = recording.tabs.get(tabId)
  if (!tab) {
    tab = { tabId, targetings: [], navigations: [] }
    recording.tabs.set(tabId, tab)
  }
  return tab
}
