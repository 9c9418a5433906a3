import type {
  AddressChanged,
  NavigationBegun,
  NavigationCommitted,
  NavigationFailed,
  PageNavigates,
  RequestFailed,
  RequestRedirected,
  RequestSent,
  ResponseStarted,
} from '../model/capture-event.ts'
import { byRequest, forBegin, forCommit, forFailure, forFirstRequest, forPageWord } from './match.ts'
import type { Leg, Navigation, TabRecord } from './recording.ts'

type RequestFact = RequestSent | RequestRedirected | ResponseStarted | RequestFailed

/** What a navigation is made of. */
export type NavigationFact =
  | NavigationBegun
  | NavigationCommitted
  | NavigationFailed
  | PageNavigates
  | AddressChanged
  | RequestFact

/** Adds a fact to the navigation that it belongs to, which begins with it where there is none. @returns that navigation */
export function addFact(tab: TabRecord, fact: NavigationFact): Navigation {
  const { url, time } = fact
  const orNew = (known?: Navigation) => known ?? create(tab, 'document', url, time)
  switch (fact.type) {
    case 'address-changed': {
      const { kind, ...commit } = said(fact)
      return add(create(tab, kind, url, time), { commit: { ...commit, transition: '' } })
    }
    case 'navigation-begun':
      return add(orNew(forBegin(tab, url, time)), { begunAt: time, time })
    case 'navigation-committed': {
      const isRedirected = fact.qualifiers.includes('server_redirect')
      return add(orNew(forCommit(tab, url, time, isRedirected)), { commit: said(fact) })
    }
    case 'navigation-failed':
      return add(orNew(forFailure(tab, url, time)), { failure: said(fact) })
    case 'page-navigates': {
      const { url: _, ...page } = said(fact)
      return add(orNew(forPageWord(tab, url, page)), { page })
    }
    default: {
      const { requestId } = fact
      const navigation = orNew(byRequest(tab, requestId) ?? forFirstRequest(tab, url, time))
      addToChain(navigation, fact)
      return add(navigation, { requestId })
    }
  }
}

const add = (navigation: Navigation, facts: Partial<Navigation>): Navigation => Object.assign(navigation, facts)

/** A fact as it stands in its navigation. */
const said = <F extends NavigationFact>({ type: _, tabId: __, time: at, ...rest }: F) => ({ at, ...rest })

function addToChain(navigation: Navigation, fact: RequestFact): void {
  if (fact.type === 'request-sent') {
    const leg = legFor(navigation, fact.url, (l) => l.sentAt === undefined)
    leg.sentAt = fact.time
    if (navigation.begunAt === undefined && navigation.legs.length === 1) navigation.time = fact.time
    if (fact.method !== 'GET') leg.method = fact.method
    if (fact.initiator !== undefined) navigation.initiator ??= fact.initiator
    if (fact.body) leg.body = fact.body
    return
  }
  if (fact.type === 'request-failed') {
    // Where a redirect led cannot be asked for (a loop, an unsafe URL): the browser blames the URL that it came from.
    const last = navigation.legs.at(-1)
    const failedAt = last?.to !== undefined && last.url === fact.url ? last.to : fact.url
    // An answer that was in can still be given up.
    const failed = legFor(navigation, failedAt, (l) => l.to === undefined)
    failed.endedAt ??= fact.time
    failed.error = fact.error
    return
  }
  const { at: endedAt, requestId: _, fromCache, ...answer } = said(fact)
  const leg = legFor(navigation, fact.url, (l) => l.endedAt === undefined)
  Object.assign(leg, answer, { endedAt }, fromCache && { fromCache })
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
