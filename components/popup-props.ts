import type { ClickPath } from '../lib/model/click-path.ts'
import type { PostbackAttempt, PostbackTemplate } from '../lib/model/postback.ts'
import type { Asked } from '../lib/postback/ask-before.ts'
import type { Prepared } from '../lib/postback/prepare.ts'
import type { Change } from '../lib/ui/change.ts'

/** What the popup has to show. */
export type PopupState =
  | { kind: 'loading' }
  /** Nothing recorded in this tab yet. */
  | { kind: 'empty' }
  /** A page of the browser's own, or of its store, which no extension may see. */
  | { kind: 'internal-page' }
  /** Firefox: the person has not yet allowed the extension to see pages. */
  | { kind: 'no-permission' }
  | { kind: 'error'; message: string }
  /** `changes`: the bytes of each finding. `sentence`: the verdict in words. `live`: a navigation is under way, more hops may come. */
  | { kind: 'path'; path: ClickPath; changes: readonly (Change | null)[]; sentence: string; live: boolean }

export interface PopupCallbacks {
  /** Puts a text on the clipboard; when that fails, rejects, and the person is told. */
  onCopy(text: string): Promise<void>
  /** Adds an endpoint, or replaces the one with its id; also brings a deleted one back. */
  onSaveEndpoint(endpoint: PostbackTemplate): void
  onDeleteEndpoint(id: string): void
  /** Fills an endpoint from this click and checks it. */
  onPrepare(endpoint: PostbackTemplate): Promise<Prepared>
  /**
   * Sends a postback for this click once. Settles when the attempt is over, or with what has to be asked first; rejects when it
   * could not even be begun.
   *
   * @param agreed key of the request that is to be sent whatever speaks against it
   */
  onFire(endpoint: PostbackTemplate, agreed?: string): Promise<Asked | undefined>
  /** Opens the workbench on this click. */
  onWorkbench(): void
  /** Forgets what was recorded; what is pinned stays. */
  onClear(): void
  /** Stops recording, or goes on with it. */
  onPause(paused: boolean): void
  /** Keeps this click beyond the browser's end, or no longer. */
  onPin(pinned: boolean): void
  /** Hands out the evidence document. */
  onExport(): void
  /** Asks the browser for permission to see pages. */
  onGrant(): void
}

export interface PopupProps extends PopupCallbacks {
  state: PopupState
  /** Nothing is recorded now. */
  paused: boolean
  /** This click is kept beyond the browser's end; null where it cannot be, in a private window. */
  pinned: boolean | null
  endpoints: PostbackTemplate[]
  /** Of this path, newest first. */
  attempts: PostbackAttempt[]
}
