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
    const { url, time: sentAt, method, initiator, body } = fact
    addToLeg(navigation, url, (leg) => leg.sentAt === undefined, {
      sentAt,
      ...(method !== 'GET' && { method }),
      ...(body && { body }),
    })
    if (navigation.begunAt === undefined && navigation.legs.length === 1) navigation.time = sentAt
    if (initiator !== undefined) navigation.initiator ??= initiator
    return
  }
  if (fact.type === 'request-failed') {
    const { url, time: endedAt, error } = fact
    // Where a redirect led cannot be asked for (a loop, an unsafe URL): the browser blames the URL that it came from.
    const last = navigation.legs.at(-1)
    const failedAt = last?.to !== undefined && last.url === url ? last.to : url
    // An answer that was in can still be given up.
    addToLeg(navigation, failedAt, (leg) => leg.to === undefined, { error }, { endedAt })
    return
  }
  const { at: endedAt, url, requestId: _, fromCache, ...answer } = said(fact)
  const facts = { ...answer, endedAt, ...(fromCache && { fromCache }) }
  addToLeg(navigation, url, (leg) => leg.endedAt === undefined, facts)
}

/**
 * Adds to the request of the chain that an event speaks of: the newest with its URL which still lacks that fact. Another
 * takes its place, so that what was made of one for storage holds for as long as it is there.
 *
 * @param unlessKnown what is so only where nothing else was said
 */
function addToLeg(
  { legs }: Navigation,
  url: string,
  lacks: (leg: Leg) => boolean,
  facts: Partial<Leg>,
  unlessKnown: Partial<Leg> = {},
): void {
  const known = legs.findLastIndex((leg) => leg.url === url && lacks(leg))
  const at = known < 0 ? legs.length : known
  legs[at] = { ...unlessKnown, url, ...legs[at], ...facts }
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
