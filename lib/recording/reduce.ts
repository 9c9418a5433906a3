import type {
  AddressChanged,
  CaptureEvent,
  NavigationBegun,
  NavigationCommitted,
  NavigationFailed,
  PageInspected,
  PageNavigates,
  PageTargets,
  RequestFailed,
  RequestRedirected,
  RequestSent,
  ResponseStarted,
  TabOpened,
} from '../model/capture-event.ts'
import { forgetOldest } from './forget.ts'
import { identifyingFields } from './form-body.ts'
import { navigationKey, tabKey } from './keys.ts'
import { MAX_NAVIGATIONS_PER_TAB, MAX_TARGETINGS } from './limits.ts'
import { byRequest, forBegin, forCommit, forFailure, forFirstRequest, forPageWord, sameDocumentUrl } from './match.ts'
import { type Leg, type Navigation, type Recording, type TabRecord, tabOf } from './recording.ts'

/**
 * Adds one fact to a recording.
 *
 * The recording is changed in place: a copy for each event would make a long path quadratic. Each fact finds the
 * navigation it belongs to by id, URL and nearness in time, never by "the one before", because the two APIs do not
 * agree on an order.
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
    case 'address-changed':
      return addressChanged(tab, event)
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

function addressChanged(tab: TabRecord, { kind, url, time, qualifiers }: AddressChanged): string[] {
  const last = tab.navigations.at(-1)
  // Frameworks set the state of a page again and again without touching its URL.
  if (last && (last.commit?.url ?? last.url) === url) return []
  const change = create(tab, kind, url, time)
  change.commit = { at: time, url, transition: '', qualifiers }
  return keysOf(tab, change)
}

/** The answer of a page that was left meanwhile is nobody's. */
function pageInspected(tab: TabRecord, { type: _, tabId: __, time, ...answer }: PageInspected): string[] {
  const shown = tab.navigations.findLast(({ commit }) => commit)
  const document = tab.navigations.findLast(({ kind, commit }) => kind === 'document' && commit)
  if (!document || !shown?.commit || !sameDocumentUrl(shown.commit.url, answer.url)) return []
  document.landing = { at: time, ...answer }
  return keysOf(tab, document)
}

type NavigationFact =
  | NavigationBegun
  | RequestSent
  | RequestRedirected
  | ResponseStarted
  | RequestFailed
  | NavigationCommitted
  | NavigationFailed
  | PageNavigates

function navigationFact(tab: TabRecord, event: NavigationFact): string[] {
  const navigation = navigationFor(tab, event) ?? create(tab, 'document', event.url, event.time)
  addFact(tab, navigation, event)
  return keysOf(tab, navigation)
}

function navigationFor(tab: TabRecord, event: NavigationFact): Navigation | undefined {
  switch (event.type) {
    case 'navigation-begun':
      return forBegin(tab, event.url, event.time)
    case 'navigation-committed':
      return forCommit(tab, event.url, event.time, event.qualifiers.includes('server_redirect'))
    case 'navigation-failed':
      return forFailure(tab, event.url, event.time)
    case 'page-navigates':
      return forPageWord(tab, event.url, { at: event.time, how: event.how })
    default:
      return byRequest(tab, event.requestId) ?? forFirstRequest(tab, event.url, event.time)
  }
}

function addFact(tab: TabRecord, navigation: Navigation, event: NavigationFact): void {
  switch (event.type) {
    case 'navigation-begun':
      navigation.begunAt = event.time
      navigation.time = event.time
      return
    case 'navigation-committed':
      navigation.commit = {
        at: event.time,
        url: event.url,
        transition: event.transition,
        qualifiers: event.qualifiers,
      }
      return
    case 'navigation-failed':
      navigation.failure = { at: event.time, url: event.url, error: event.error }
      return
    case 'page-navigates':
      navigation.page = {
        at: event.time,
        userInitiated: event.userInitiated,
        how: event.how,
        ...(event.element === undefined ? {} : { element: event.element }),
      }
      return
    default:
      navigation.requestId = event.requestId
      addRequestFact(tab, navigation, event)
  }
}

function addRequestFact(
  tab: TabRecord,
  navigation: Navigation,
  event: RequestSent | RequestRedirected | ResponseStarted | RequestFailed,
): void {
  if (event.type === 'request-sent') {
    const leg = legFor(navigation, event.url, (l) => l.sentAt === undefined)
    leg.sentAt = event.time
    if (navigation.begunAt === undefined && navigation.legs.length === 1) navigation.time = event.time
    if (event.method !== 'GET') leg.method = event.method
    if (event.initiator !== undefined && navigation.initiator === undefined) navigation.initiator = event.initiator
    const body = event.body === undefined ? '' : identifyingFields(event.body, tab)
    if (body !== '') leg.body = body
    return
  }
  if (event.type === 'request-failed') {
    // Where a redirect led cannot be asked for (a loop, an unsafe URL): the browser blames the URL that it came from.
    const last = navigation.legs.at(-1)
    const failedAt = last?.to !== undefined && last.url === event.url ? last.to : event.url
    // An answer that was in can still be given up.
    const failed = legFor(navigation, failedAt, (l) => l.to === undefined)
    failed.endedAt ??= event.time
    failed.error = event.error
    return
  }
  const leg = legFor(navigation, event.url, (l) => l.endedAt === undefined)
  leg.endedAt = event.time
  leg.status = event.status
  if (event.fromCache) leg.fromCache = true
  if (event.ip !== undefined) leg.ip = event.ip
  if (event.setCookies?.length) leg.setCookies = event.setCookies
  if (event.headers?.length) leg.headers = event.headers
  if (event.type === 'request-redirected') {
    leg.to = event.to
    if (event.internalReason !== undefined) leg.internalReason = event.internalReason
  } else if (event.refresh !== undefined) {
    leg.refresh = event.refresh
  }
}

/** The request of the chain that an event speaks of: the newest with its URL which still lacks that fact. */
function legFor(navigation: Navigation, url: string, lacks: (leg: Leg) => boolean): Leg {
  const known = navigation.legs.findLast((leg) => leg.url === url && lacks(leg))
  if (known) return known
  const leg: Leg = { url }
  navigation.legs.push(leg)
  return leg
}

function create(tab: TabRecord, kind: Navigation['kind'], url: string, time: number): Navigation {
  const last = tab.navigations.at(-1)
  const number = (last?.number ?? 0) + 1
  const navigation: Navigation = { tabId: tab.tabId, number, time, kind, url, legs: [] }
  const gap = last ? last.sealed : tab.lacks
  if (gap !== undefined) navigation.apart = true
  if (gap) navigation.gap = gap
  tab.navigations.push(navigation)
  return navigation
}

/** The keys a change to this navigation touches: its own, and those of the oldest one when there are too many. */
function keysOf(tab: TabRecord, navigation: Navigation): string[] {
  const keys = [navigationKey(tab.tabId, navigation.number)]
  return tab.navigations.length > MAX_NAVIGATIONS_PER_TAB ? [...keys, ...forgetOldest(tab)] : keys
}
