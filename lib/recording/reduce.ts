import type { AddressChanged, CaptureEvent, PageInspected, PageTargets, TabOpened } from '../model/capture-event.ts'
import { addFact, type NavigationFact } from './add-fact.ts'
import { forgetOldest } from './forget.ts'
import { withoutPrivateFields } from './form-body.ts'
import { navigationKey, tabKey } from './keys.ts'
import { MAX_NAVIGATIONS_PER_TAB, MAX_TARGETINGS } from './limits.ts'
import { sameDocumentUrl } from './match.ts'
import { type Navigation, type Recording, type TabRecord, tabOf } from './recording.ts'
import { inOrder } from './retell.ts'

/**
 * Adds one fact to a recording.
 *
 * The recording is changed in place: a copy for each event would make a long path quadratic. Each fact finds the
 * navigation it belongs to by id, URL and nearness in time, never by "the one before", because the two APIs do not
 * agree on an order, and a worker that wakes up is told of what is new before what waited for it.
 *
 * @returns the storage keys whose value changed (or is gone), so that a write costs one navigation. Never throws.
 */
export function reduce(recording: Recording, event: CaptureEvent): string[] {
  const tab = tabOf(recording, event.tabId)
  switch (event.type) {
    case 'tab-opened':
      return tabOpened(tab, event, recording.tabs.get(event.sourceTabId))
    case 'page-targets':
      return pageTargets(tab, event)
    case 'page-inspected':
      return pageInspected(tab, event)
    default:
      return navigationFact(tab, event)
  }
}

function tabOpened(tab: TabRecord, { sourceTabId, time, url }: TabOpened, source: TabRecord | undefined): string[] {
  // Which page opened it was not recorded.
  if (source?.navigations.at(-1)?.sealed !== undefined) return []
  tab.openedBy = { tabId: sourceTabId, at: time, url }
  return [tabKey(tab.tabId)]
}

function pageTargets(tab: TabRecord, { time, url, how, element }: PageTargets): string[] {
  tab.targetings.push({ at: time, url, how, ...(element === undefined ? {} : { element }) })
  if (tab.targetings.length > MAX_TARGETINGS) tab.targetings.shift()
  return [tabKey(tab.tabId)]
}

/** The answer of a page that was left meanwhile is nobody's. */
function pageInspected(tab: TabRecord, { type: _, tabId: __, time, ...answer }: PageInspected): string[] {
  const shown = tab.navigations.findLast(({ commit }) => commit)
  const document = tab.navigations.findLast(({ kind, commit }) => kind === 'document' && commit)
  if (!document || !shown?.commit || !sameDocumentUrl(shown.commit.url, answer.url)) return []
  document.landing = { at: time, ...answer }
  return [navigationKey(tab.tabId, document.number)]
}

function navigationFact(tab: TabRecord, fact: NavigationFact): string[] {
  const again = fact.type === 'address-changed' ? sameAgain(tab, fact) : undefined
  const navigation = again ?? addFact(tab, withoutPrivateFields(fact, tab))
  const keys = inOrder(tab, navigation, fact.time).map((number) => navigationKey(tab.tabId, number))
  return tab.navigations.length > MAX_NAVIGATIONS_PER_TAB ? [...keys, ...forgetOldest(tab)] : keys
}

/**
 * The change of the address that this one only repeats, at its new time. Both are no hops, but one is kept: what is told
 * late may show that the tab was elsewhere between.
 */
function sameAgain({ navigations }: TabRecord, { url, time }: AddressChanged): Navigation | undefined {
  const [before, last] = navigations.slice(-2)
  if (before?.commit?.url !== url || last?.commit?.url !== url || last.kind === 'document' || last.time > time) return
  last.time = time
  last.commit.at = time
  return last
}
