import type { ClickPath } from '../lib/model/click-path.ts'
import type { PostbackAttempt, PostbackMethod, PostbackTemplate } from '../lib/model/postback.ts'
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
  /** Adds a template, or replaces the one with its id; also brings a deleted one back. */
  onSaveTemplate(template: PostbackTemplate): void
  onDeleteTemplate(id: string): void
  /** Sends a postback once. Settles when the attempt is over; rejects when it could not even be begun. */
  onFire(template: PostbackTemplate, filledUrl: string, method: PostbackMethod): Promise<unknown>
  /** Opens the workbench on this click. */
  onWorkbench(): void
  /** Forgets what was recorded. */
  onClear(): void
  /** Hands out the evidence document. */
  onExport(): void
  /** Asks the browser for permission to see pages. */
  onGrant(): void
}

export interface PopupProps extends PopupCallbacks {
  state: PopupState
  templates: PostbackTemplate[]
  /** Of this path, newest first. */
  attempts: PostbackAttempt[]
}
