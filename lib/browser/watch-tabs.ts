import { closeTab } from '../recording/close-tab.ts'
import { notePrivate } from '../recording/private-tabs.ts'
import type { Recording } from '../recording/recording.ts'

export interface WatchDeps {
  /** Whether a tab is of a private window; undefined where there is no such tab. */
  isPrivate(tabId: number): Promise<boolean | undefined>
  /** Whether a private window is open. @param closing one that does not count */
  isPrivateOpen(closing?: number): Promise<boolean>
  change(by: (recording: Recording) => string[]): Promise<void>
  /** Forgets all that happened in private windows. */
  forgetPrivate(): Promise<unknown>
}

export interface TabWatch {
  /** To be called when something was recorded of a tab. */
  heardOf(tabId: number): void
  tabClosed(tabId: number): Promise<void>
  windowClosed(windowId: number): Promise<void>
  /** To be called when nothing was heard of a tab for a while. */
  atRest(tabId: number): Promise<void>
}

/**
 * Notes in the recording what the browser tells of tabs apart from their pages: which are of private windows, which are
 * closed. A tab is asked while it is there, once, for what it is never changes. Browsers tell of a tab after it is closed,
 * too, when all of it may be forgotten: it is closed still, and private still.
 */
export function watchTabs({ isPrivate, isPrivateOpen, change, forgetPrivate }: WatchDeps): TabWatch {
  const tabs = new Map<number, { private: boolean; closed: boolean }>()
  const known = (tabId: number) => {
    const tab = tabs.get(tabId) ?? { private: false, closed: false }
    tabs.set(tabId, tab)
    return tab
  }
  const note = (tabId: number) =>
    change((recording) => [
      ...(known(tabId).private ? notePrivate(recording, tabId) : []),
      ...(known(tabId).closed ? closeTab(recording, tabId) : []),
    ])
  const ask = async (tabId: number) => {
    const tab = known(tabId)
    tab.private = (await isPrivate(tabId)) === true
    if (tab.private) await note(tabId)
  }
  const windowClosed = async (closing?: number) => {
    if (!(await isPrivateOpen(closing))) await forgetPrivate()
  }
  return {
    heardOf(tabId) {
      const tab = tabs.get(tabId)
      if (!tab) void ask(tabId)
      // Most tabs are neither, and this is called at each event.
      else if (tab.private || tab.closed) void note(tabId)
    },
    async tabClosed(tabId) {
      known(tabId).closed = true
      await note(tabId)
    },
    windowClosed,
    async atRest(tabId) {
      const { closed, private: wasPrivate } = known(tabId)
      if (closed && wasPrivate) await windowClosed()
    },
  }
}
