import type { ClickPath } from '../../lib/model/click-path.ts'
import type { ConversionApi } from '../../lib/model/conversion-api.ts'
import type { Endpoint } from '../../lib/model/endpoint.ts'
import type { PinnedList, PinnedPath } from '../../lib/model/pinned.ts'
import type { Confirmation, PostbackAttempt, PostbackRequest } from '../../lib/model/postback.ts'
import type { ProbeView } from '../../lib/model/probe-walk.ts'

/** The click that the workbench reports. */
export type Click =
  | { kind: 'loading' }
  /** None was chosen, or it was cleared. */
  | { kind: 'none' }
  /** One was chosen and cannot be read, or is there no more. */
  | { kind: 'failed'; why: string }
  | { kind: 'path'; path: ClickPath; sentence: string; live: boolean }

/** A pinned path whole. */
export interface PinnedView {
  /** ISO 8601. */
  pinnedAt: string
  path: ClickPath
  sentence: string
}

/** A postback that is to be sent. */
export interface Order {
  request: PostbackRequest
  /** The path it is fired for, where that is not the one of the click that the page reports. */
  pathId?: PostbackAttempt['pathId']
  endpoint?: NonNullable<PostbackAttempt['endpoint']>
  /** Macro name → secret in the request. */
  secrets?: Record<string, string>
  timeoutMs?: number
  retries?: number
}

export interface WorkbenchCallbacks {
  /** Puts a text on the clipboard; when that fails, rejects, and the person is told. */
  onCopy(text: string): Promise<void>
  /** Adds an endpoint, or replaces the one with its id; also brings a deleted one back. */
  onSaveEndpoint(endpoint: Endpoint): void
  onDeleteEndpoint(id: string): void
  /** Sends a postback once. Settles when the attempt is over; rejects when it could not even be begun. */
  onFire(order: Order): Promise<unknown>
  /** Notes what the partner said of an attempt; null takes the note away. */
  onConfirm(id: string, confirmation: Confirmation | null): void
  onSaveApi(api: ConversionApi): void
  onDeleteApi(id: string): void
  /** Fetches a pinned path; rejects, in words, where it is there no more or cannot be read. */
  onOpenPinned(id: string): Promise<PinnedView>
  /** An empty name takes it away. */
  onRenamePinned(id: string, name: string): void
  /** Gives what was unpinned, for who wants it back; undefined where it could not be read. */
  onUnpin(id: string): Promise<PinnedPath | undefined>
  onRepin(unpinned: PinnedPath): Promise<unknown>
  /** Fills and checks everything from a pinned click; an empty id: from the click of the tab. */
  onLead(id: string): void
  /** Hands out the evidence document of a pinned path. */
  onExportPinned(id: string): void
  /** Hands a text to the person as a file. */
  onDownload(fileName: string, text: string): void
  /** Shows what is recorded of a probe's test link, now and as it goes on. Returns what ends it. */
  onWatchProbe(probe: { link: string; values: string[] }, show: (view: ProbeView) => void): () => void
  /** Opens a link in a new tab. */
  onOpen(url: string): void
}

export interface WorkbenchProps extends WorkbenchCallbacks {
  click: Click
  /** The workbench was opened over a tab. */
  hasTab: boolean
  /**
   * Id of the pinned click that is reported; empty: that of the tab. Undefined in a private window, whose own click
   * alone can be: what is fired there is kept in memory, and a pinned click's attempts on disk.
   */
  lead: string | undefined
  endpoints: Endpoint[]
  /** Of every path, newest first. */
  attempts: PostbackAttempt[]
  apis: ConversionApi[]
  /** What is pinned; undefined until it is read. */
  pinned: PinnedList | undefined
  /** What went wrong in the background, in words; empty where nothing did. */
  failure: string
  /** ISO 8601, when the page was last drawn anew: the clock of everything that speaks of age. */
  now: string
}
