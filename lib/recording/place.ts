import { carriesIdentifier } from '../identifiers/carries.ts'
import { withActivated } from './activated.ts'
import { cameToNothing } from './came-to-nothing.ts'
import { type Beginning, beginningOf, sentInto } from './cause.ts'
import { hopsOf, type LooseHop } from './hops.ts'
import { type Joined, joinHalves } from './join-halves.ts'
import { sameDocumentUrl } from './match.ts'
import type { Navigation, Recording, TabRecord } from './recording.ts'
import { withoutRetries } from './retries.ts'

/** A navigation in its place: the one it follows from, and the hops it adds. */
export interface Placed {
  navigation: Navigation
  /** The navigations recorded that it was made of. */
  parts: Navigation[]
  parent: Placed | undefined
  /** The page on which it began, in its tab or in the one that opened it, though the path may not go on from there. */
  origin: Placed | undefined
  /** It is what its tab was opened for. */
  isOpening: boolean
  /** Whether it brought a new page, as far as is known. */
  landed: boolean
  hops: LooseHop[]
  /** Whether any hop of the path so far carries an identifier. */
  carries: boolean
  followers: number
  pathId: string
  /** Hops that went before it and are no more, where it begins a path: at least so many. */
  missing: number
  /** Whether any did is not known. */
  unheard: boolean | undefined
}

/** Puts every navigation that came to something in its place, in the order of time. */
export function place(recording: Recording): Placed[] {
  const placed: Placed[] = []
  const newest = new Map<number, Placed>()
  for (const { navigation, parts, tab } of hopsInTime(recording)) {
    const before = newest.get(tab.tabId)
    if (before && isShownStill(navigation, before.navigation)) continue
    const opening = before ? sentInto(tab, navigation, before.navigation, recording) : tab.openedBy
    const opener = opening && recording.tabs.get(opening.tabId)
    const page = opener ? newest.get(opener.tabId) : before
    const origin = navigation.apart ? undefined : page
    const beginning = beginningOf(navigation, {
      previous: navigation.apart ? undefined : before?.navigation,
      tab,
      opening,
      opener,
      openerPage: page?.navigation,
      openerDocument: opener && documentOf(page)?.navigation,
    })
    const parent = origin && goesOn(beginning, origin, opener !== undefined) ? origin : undefined
    const hops = hopsOf(navigation, beginning)
    const [first] = hops
    if (parent && opener && first) first.openerTabId = opener.tabId
    const entry: Placed = {
      navigation,
      parts,
      parent,
      origin,
      isOpening: !before && opener !== undefined,
      landed: landed(navigation),
      hops,
      carries: parent?.carries || hops.some((hop) => carriesIdentifier(hop.url, hop.body)),
      followers: 0,
      pathId: pathIdOf(navigation, parent),
      missing: parent || isAnew(beginning) ? 0 : (navigation.gap ?? (page ? 0 : gapIn(opener))),
      unheard: beginning.unheard,
    }
    if (parent) parent.followers++
    placed.push(entry)
    // A page that stays when the navigation it began brings no document is still where the next one comes from.
    if (entry.landed || !before || navigation.apart) newest.set(tab.tabId, entry)
  }
  return placed
}

/** Firefox tells of a tab that it takes out of memory as of a page that is there, which nothing began or asked for. */
const isShownStill = ({ kind, begunAt, requestId, legs, page, commit }: Navigation, shown: Navigation) =>
  kind === 'document' &&
  commit !== undefined &&
  commit.url === shown.commit?.url &&
  commit.transition === 'link' &&
  commit.qualifiers.length === 0 &&
  begunAt === undefined &&
  requestId === undefined &&
  legs.length === 0 &&
  page === undefined

/** The page whose address was changed since. */
const documentOf = (page: Placed | undefined): Placed | undefined =>
  page && page.navigation.kind !== 'document' ? documentOf(page.origin) : page

/** A person began it, whatever was there before. */
const isAnew = ({ cause }: Beginning) => cause === 'typed' || cause === 'reload' || cause === 'back-forward'

/** What is missing of a tab at its beginning: the page that opened another may have been there. */
const gapIn = (tab: TabRecord | undefined) => tab?.navigations[0]?.gap ?? tab?.lacks ?? 0

/** The first to follow keeps the path's id; a branch gets one of its own. */
function pathIdOf({ tabId, number, time }: Navigation, parent: Placed | undefined): string {
  if (!parent) return `${tabId}-${number}-${Math.floor(time)}`
  return parent.followers === 0 ? parent.pathId : `${parent.pathId}+${tabId}-${number}`
}

/**
 * Whether a navigation belongs to the click that brought its page. What follows by itself does; a link, a form or a new
 * tab does once the path carries an identifier; what a person begins anew does not.
 */
function goesOn(beginning: Beginning, origin: Placed, inNewTab: boolean): boolean {
  const { cause, byItself, anew } = beginning
  if (byItself) return true
  if (anew || isAnew(beginning)) return false
  if (cause === 'link' || cause === 'form' || inNewTab) return origin.carries
  return true
}

/** Whether a navigation brought a new page, as far as is known. */
function landed({ commit, legs, failure }: Navigation): boolean {
  const last = legs.at(-1)
  return commit !== undefined || (failure === undefined && last?.error === undefined && last?.status !== undefined)
}

function hopsInTime(recording: Recording): (Joined & { tab: TabRecord })[] {
  const all: (Joined & { tab: TabRecord })[] = []
  for (const tab of recording.tabs.values()) {
    let next: Joined | undefined
    const inTime = [...tab.navigations].sort((a, b) => a.time - b.time)
    for (const joined of withoutRetries(withActivated(withoutRepeats(joinHalves(inTime)))).toReversed()) {
      const { navigation } = joined
      const entry = { ...joined, tab }
      if (!cameToNothing(navigation, next?.navigation)) all.push(entry)
      else if (next && isSameAgain(navigation, next.navigation)) takeWord(next, joined)
      if (navigation.kind === 'document' && navigation.begunAt !== undefined) next = entry
    }
  }
  // Begun at one instant, in the order in which they followed.
  return all.toReversed().sort((a, b) => a.navigation.time - b.navigation.time)
}

/** Frameworks set the state of a page again and again without touching its URL: that goes with what the tab shows. */
function withoutRepeats(navigations: Joined[]): Joined[] {
  const kept: Joined[] = []
  let shown: Joined | undefined
  for (const joined of navigations) {
    const { kind, url, commit } = joined.navigation
    if (kind !== 'document' && shown?.navigation.commit?.url === url) {
      shown.parts.push(...joined.parts)
      continue
    }
    kept.push(joined)
    if (commit) shown = joined
  }
  return kept
}

/** A page that sets its location twice speaks of both loads, and Firefox may tell of the first one only. */
function isSameAgain(dropped: Navigation, next: Navigation): boolean {
  const isOfPage = next.initiator !== undefined && next.page === undefined
  return isOfPage && dropped.page !== undefined && sameDocumentUrl(dropped.url, next.url)
}

/** What the page said of the load that was dropped holds for the one that took its place. */
function takeWord(next: Joined, dropped: Joined): void {
  next.navigation = { ...next.navigation, page: dropped.navigation.page }
  next.parts = [...dropped.parts, ...next.parts]
}
