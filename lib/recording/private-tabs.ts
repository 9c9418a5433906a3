import type { RecordedPath } from '../model/click-path.ts'
import { navigationKey, tabKey } from './keys.ts'
import type { Recording } from './recording.ts'

/** Notes that a tab is of a private window: once it is closed nobody can tell any more. @returns the storage keys that changed */
export function notePrivate(recording: Recording, tabId: number): string[] {
  const tab = recording.tabs.get(tabId)
  if (!tab || tab.private) return []
  tab.private = true
  return [tabKey(tabId)]
}

/** Whether any of a path happened in a private window. */
export const isPrivatePath = ({ tabs }: Recording, { hops }: RecordedPath): boolean =>
  hops.some(({ tabId }) => tabs.get(tabId)?.private)

/** Forgets all that happened in private windows. @returns the storage keys that are changed or gone */
export function forgetPrivate({ tabs }: Recording): string[] {
  const gone = [...tabs.values()].filter((tab) => tab.private)
  for (const { tabId } of gone) tabs.delete(tabId)
  const opened = [...tabs.values()].filter(({ openedBy }) => gone.some(({ tabId }) => tabId === openedBy?.tabId))
  for (const tab of opened) delete tab.openedBy
  return [
    ...gone.flatMap(({ tabId, navigations }) => [
      tabKey(tabId),
      ...navigations.map(({ number }) => navigationKey(tabId, number)),
    ]),
    ...opened.map(({ tabId }) => tabKey(tabId)),
  ]
}
