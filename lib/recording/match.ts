import type { Navigation, TabRecord } from './recording.ts'

/** How far back a fact looks for its navigation. A navigation that came to nothing is soon followed by others. */
const LOOK_BACK = 16

/** Facts of one beginning lie close together; the page's own word may wait for a `beforeunload` handler. */
export const SAME_BEGINNING_MS = 5_000

/** The page's clock and the browser's do not share a tick. */
export const CLOCK_SLACK_MS = 20

/** Firefox begins a navigation a few milliseconds after its request, on a busy machine many. */
const REQUEST_FIRST_MS = 250

/** How long the browser may take to tell a page of the step through the history that takes it away. */
const TRAVERSE_MS = 500

/** A document may take this long from its request to its commit. */
const SAME_LOADING_MS = 120_000

/** Whether two URLs ask for the same document: equal up to their fragments. */
export function sameDocumentUrl(a: string, b: string): boolean {
  return a === b || withoutFragment(a) === withoutFragment(b)
}

function withoutFragment(url: string): string {
  const at = url.indexOf('#')
  return at < 0 ? url : url.slice(0, at)
}

/**
 * Looks at the last few of a tab's document navigations, newest first, however often the page changed its address
 * meanwhile; what is sealed is told of no more. Asked for each event: it makes nothing that must be cleared away.
 *
 * @returns the first that passes
 */
function newest({ navigations }: TabRecord, passes: (navigation: Navigation) => boolean): Navigation | undefined {
  for (let at = navigations.length - 1, left = LOOK_BACK; at >= 0 && left > 0; at--) {
    const navigation = navigations[at]
    if (!navigation || navigation.sealed !== undefined) return undefined
    if (navigation.kind !== 'document') continue
    if (passes(navigation)) return navigation
    left--
  }
  return undefined
}

/** Of those that pass, the one that began nearest to a time: a page may load itself again and again. */
function nearest(tab: TabRecord, time: number, passes: (navigation: Navigation) => boolean): Navigation | undefined {
  let best: Navigation | undefined
  newest(tab, (n) => {
    if (!(best && Math.abs(best.time - time) <= Math.abs(n.time - time)) && passes(n)) best = n
    return false
  })
  return best
}

/** Events arrive late, but they bear the time at which they happened: what comes after a commit is not part of it. */
const endsSoonAfter = (end: number, time: number) => time <= end + CLOCK_SLACK_MS && end - time <= SAME_BEGINNING_MS

const within = (a: number, b: number, ms: number) => Math.abs(a - b) <= ms

/** The navigation whose request chain has this id. */
export function byRequest(tab: TabRecord, requestId: string): Navigation | undefined {
  return newest(tab, (n) => n.requestId === requestId)
}

type Word = Pick<NonNullable<Navigation['page']>, 'at' | 'how'>

/**
 * Whether what happened then can come of the page's word: the page speaks first, but for a step through the history,
 * which the browser begins.
 */
function mayFollow(word: Word | undefined, time: number): boolean {
  if (!word) return true
  return time >= word.at - (word.how === 'traverse' ? TRAVERSE_MS : CLOCK_SLACK_MS)
}

/** Whether a page only announced it, and something else began since: a page leaves for one place at a time. */
function isStale(tab: TabRecord, navigation: Navigation, time: number): boolean {
  if (hasBegun(navigation) || navigation.commit) return false
  return (
    newest(tab, (n) => (n.begunAt ?? n.page?.at) !== undefined && n.time > navigation.time && n.time < time) !==
    undefined
  )
}

/** The navigation that the browser says begins: the page announced it, or its request (or even its end) came first. */
export function forBegin(tab: TabRecord, url: string, time: number): Navigation | undefined {
  return nearest(tab, time, (n) => {
    if (n.begunAt !== undefined || !sameDocumentUrl(n.url, url) || !mayFollow(n.page, time)) return false
    if (isStale(tab, n, time)) return false
    if (n.commit) return endsSoonAfter(n.commit.at, time)
    // A request that came long before is a prefetch: even when it is made use of, another request is told.
    const sentAt = n.legs[0] && (n.legs[0].sentAt ?? n.time)
    return (
      within(sentAt ?? n.time, time, SAME_BEGINNING_MS) && (sentAt === undefined || time - sentAt <= REQUEST_FIRST_MS)
    )
  })
}

/** The navigation whose first request this is. The page's own service worker may have sent it on to where it ended. */
export function forFirstRequest(tab: TabRecord, url: string, time: number): Navigation | undefined {
  return nearest(tab, time, (n) => {
    if (n.requestId !== undefined || n.legs.length > 0 || !mayFollow(n.page, time)) return false
    if (isStale(tab, n, time)) return false
    if (n.commit) return endsSoonAfter(n.commit.at, time) && [n.url, n.commit.url].some((u) => sameDocumentUrl(u, url))
    return sameDocumentUrl(n.url, url) && within(n.failure?.at ?? n.time, time, SAME_BEGINNING_MS)
  })
}

/**
 * The navigation that this page began: the next to begin after the page's word. A page may say the same twice (a script
 * that sets its location again and again) before one begins: the last word counts.
 */
export function forPageWord(tab: TabRecord, url: string, word: Word): Navigation | undefined {
  return nearest(
    tab,
    word.at,
    (n) =>
      (n.page === undefined || (n.page.at < word.at && hasBegun(n))) &&
      sameDocumentUrl(n.url, url) &&
      mayFollow(word, n.time) &&
      n.time <= word.at + SAME_BEGINNING_MS,
  )
}

/**
 * The navigation whose document this is: by the URL it ended at, else the one that is under way without any request,
 * as when the page's own service worker answers, else the one whose redirects are still to be told.
 *
 * @param redirected whether the browser says that a server sent it on
 */
export function forCommit(tab: TabRecord, url: string, time: number, redirected: boolean): Navigation | undefined {
  const open = (n: Navigation) =>
    n.commit === undefined && n.time <= time + CLOCK_SLACK_MS && time - n.time <= SAME_LOADING_MS
  const loading = (n: Navigation) => open(n) && n.begunAt !== undefined && n.failure === undefined
  return (
    newest(tab, (n) => open(n) && hasBegun(n) && sameDocumentUrl(lastUrl(n), url)) ??
    newest(tab, (n) => open(n) && sameDocumentUrl(lastUrl(n), url)) ??
    newest(tab, (n) => loading(n) && n.legs.length === 0) ??
    (redirected ? newest(tab, (n) => loading(n) && !isAnswered(n)) : undefined)
  )
}

/** Whether the browser has said of it, not the page alone. */
const hasBegun = ({ begunAt, legs }: Navigation) => begunAt !== undefined || legs.length > 0

/** Whether the answer that ends its chain is in. */
function isAnswered({ legs }: Navigation): boolean {
  const last = legs.at(-1)
  return last?.status !== undefined && last.to === undefined
}

/**
 * The navigation that failed. Firefox says of a page which a script left while it was loading, and which is there
 * already, that it was given up: that is no other attempt to show it.
 */
export function forFailure(tab: TabRecord, url: string, time: number): Navigation | undefined {
  const fits = (n: Navigation) =>
    n.failure === undefined &&
    n.time <= time + CLOCK_SLACK_MS &&
    time - n.time <= SAME_LOADING_MS &&
    (sameDocumentUrl(n.url, url) ||
      n.legs.some((leg) => sameDocumentUrl(leg.url, url) || (leg.to !== undefined && sameDocumentUrl(leg.to, url))))
  return newest(tab, (n) => n.commit === undefined && fits(n)) ?? newest(tab, fits)
}

/** Where the navigation has got to, as far as is known. */
export function lastUrl(navigation: Navigation): string {
  const leg = navigation.legs.at(-1)
  return leg?.to ?? leg?.url ?? navigation.url
}
