import { tabKey } from './keys.ts'
import type { Recording } from './recording.ts'

/** The person closed a tab: what it showed last is no longer kept for its own sake. @returns the storage keys that changed */
export function closeTab(recording: Recording, tabId: number): string[] {
  const tab = recording.tabs.get(tabId)
  if (!tab || tab.closed) return []
  tab.closed = true
  return [tabKey(tabId)]
}
