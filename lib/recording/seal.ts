import { navigationKey, tabKey } from './keys.ts'
import type { Recording, TabRecord } from './recording.ts'

/**
 * Closes a recording where it stands, because what comes next is not recorded: nothing that is heard later is taken for
 * the end of what is there, or for what followed from it.
 *
 * @returns the storage keys whose value is changed
 */
export function seal(recording: Recording): string[] {
  return [...recording.tabs.values()].flatMap(sealTab)
}

function sealTab(tab: TabRecord): string[] {
  const { tabId, navigations } = tab
  const keys: string[] = []
  const last = navigations.at(-1)
  if (last && last.sealed === undefined) {
    last.sealed = 0
    keys.push(navigationKey(tabId, last.number))
  }
  // What the tab was opened for comes while nothing is recorded.
  if (tab.openedBy && !navigations.some(({ commit }) => commit)) {
    delete tab.openedBy
    keys.push(tabKey(tabId))
  }
  return keys
}
