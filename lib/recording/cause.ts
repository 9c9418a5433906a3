import type { Cause } from '../model/click-path.ts'
import { isAborted } from './came-to-nothing.ts'
import { sameDocumentUrl } from './match.ts'
import type { Navigation, Recording, TabRecord } from './recording.ts'
import { readRefresh } from './refresh.ts'

/** A click and what the browser makes of it lie this close together; "open in new tab" waits for a menu. */
const CLICK_MS = 30_000

/** Clocks of the page and of the browser's processes do not share a tick. */
const SLACK_MS = 50

export type Opening = NonNullable<TabRecord['openedBy']>

/** What is known when the cause of a navigation is asked for. */
export interface Before {
  /** The navigation that showed the page which this one leaves, in the same tab. */
  previous: Navigation | undefined
  tab: TabRecord
  /** What the tab was opened for, when this is its first navigation, or what was sent into it from another tab. */
  opening: Opening | undefined
  /** The tab that did. */
  opener: TabRecord | undefined
  /** What that tab showed then. */
  openerPage: Navigation | undefined
  /** The document of that page, whose address may have changed since. */
  openerDocument: Navigation | undefined
}

/** What brought the browser to a navigation's first URL. */
export interface Beginning {
  cause: Cause
  /** The link, form or meta element that did, as HTML. */
  element?: string | undefined
  /** True when it followed by itself, false when a person did it; undefined when nobody told. */
  byItself?: boolean
  /** A person began it, though not at the URL that is known first: what was there before has nothing to do with it. */
  anew?: boolean
  /** What is known first was under way already: redirects may have gone before. */
  unheard?: boolean
}

/** Tells how a navigation began from what the page, the request and the browser said of it; `unknown` when none did. */
export function beginningOf(navigation: Navigation, before: Before): Beginning {
  const qualifiers = navigation.commit?.qualifiers ?? []
  if (navigation.kind !== 'document') {
    return qualifiers.includes('forward_back') ? { cause: 'back-forward' } : { cause: navigation.kind, byItself: true }
  }
  if (before.opener) return inNewTab(navigation, before, before.opener)
  return (
    toldByPage(navigation, before) ?? toldByTraces(navigation, before) ?? toldByBrowser(navigation, before.previous)
  )
}

/**
 * A link or a form that a person used says so, in the page that opened the tab or in what a script wrote into the empty
 * tab; without one, a script of the page that was there opened it. Of a page that nobody saw coming, before the extension
 * was there or a clearing, it is not known that it could have said so, nor whether a meta element that was written into the
 * tab led on, or a script beside it.
 */
function inNewTab(
  navigation: Navigation,
  { tab, opening, openerPage, openerDocument }: Before,
  opener: TabRecord,
): Beginning {
  const click =
    clickOn(opener, opening?.url ?? navigation.url, opening?.at ?? navigation.time) ??
    clickOn(tab, navigation.url, navigation.time)
  if (click) return { cause: click.how, element: click.element }
  const { transition, qualifiers = [] } = navigation.commit ?? {}
  if (transition === 'form_submit') return { cause: 'form' }
  if (qualifiers.includes('client_redirect')) return { cause: 'unknown' }
  // What the tab showed and is forgotten since was seen.
  const couldTell = openerPage ? !openerDocument?.legs.at(-1)?.mute : navigation.apart && !navigation.untold
  return { cause: couldTell ? 'script' : 'unknown' }
}

function toldByPage(navigation: Navigation, { previous, tab }: Before): Beginning | undefined {
  const { page } = navigation
  if (!page) return undefined
  const byItself = !page.userInitiated
  switch (page.how) {
    case 'traverse':
      return { cause: 'back-forward' }
    case 'reload':
      return { cause: byItself ? 'script' : 'reload', byItself }
    case 'other':
      if (byItself) return toldByHeader(navigation, previous) ?? { cause: 'script', byItself }
      return toldByClick(navigation, tab) ?? { cause: 'link', byItself }
    default:
      return { cause: page.how, element: page.element, byItself }
  }
}

/** The page's `Refresh` header names this URL, and its delay is over. A busy browser tells late that a page is there, so that it counts from the answer. */
function toldByHeader(navigation: Navigation, previous: Navigation | undefined): Beginning | undefined {
  const leg = previous?.legs.at(-1)
  if (!leg?.refresh) return undefined
  const refresh = readRefresh(leg.refresh, previous?.commit?.url ?? leg.url)
  const answeredAt = leg.endedAt ?? 0
  if (!refresh || !sameDocumentUrl(refresh.url, navigation.url)) return undefined
  if (navigation.time - answeredAt < refresh.seconds * 1000 - SLACK_MS) return undefined
  return { cause: 'refresh-header', byItself: true }
}

/** The request names no page: the address bar, a bookmark, another program. One that was not heard names nothing. */
const begunByBrowser = ({ initiator, legs }: Navigation) =>
  initiator === undefined && legs.some(({ sentAt }) => sentAt !== undefined)

/**
 * Whether redirects may have gone before what was heard of it: a worker that slept, a pause, a chain that was cleared.
 * How the browser says that it began does not hold for the URL that is known first then.
 */
const isHeardFromItsMiddle = ({ begunAt, commit }: Navigation) =>
  begunAt === undefined && (commit === undefined || commit.qualifiers.includes('server_redirect'))

/** What no page sets off: pages are named by each request of a chain, and have links and forms. */
const isBegunByPerson = (navigation: Navigation) => {
  const { qualifiers = [], transition = 'link' } = navigation.commit ?? {}
  if (qualifiers.includes('forward_back') || begunByBrowser(navigation)) return true
  return transition !== 'link' && transition !== 'form_submit'
}

/** A page began it and said nothing: what is known of that page and of the clicks on it. */
function toldByTraces(navigation: Navigation, { previous, tab }: Before): Beginning | undefined {
  const { transition, qualifiers = [] } = navigation.commit ?? {}
  // What a page began once is named as its beginning when the person comes back to it, or loads it again.
  if (begunByBrowser(navigation) || transition === 'reload' || qualifiers.includes('forward_back')) return undefined
  return toldByHeader(navigation, previous) ?? toldByClick(navigation, tab)
}

/** A click in a frame of the page that sends the whole tab on, or one that calls another program. */
function toldByClick(navigation: Navigation, tab: TabRecord): Beginning | undefined {
  const click = clickOn(tab, navigation.url, navigation.time)
  return click && { cause: click.how, element: click.element, byItself: false }
}

function toldByBrowser(navigation: Navigation, previous: Navigation | undefined): Beginning {
  const { commit, initiator, legs } = navigation
  if (isHeardFromItsMiddle(navigation)) {
    // Firefox tells of a request a moment before it tells what it is for.
    const unheard = commit !== undefined || legs[0]?.sentAt === undefined
    return { cause: 'unknown', anew: isBegunByPerson(navigation), unheard }
  }
  if (commit?.qualifiers.includes('forward_back')) return { cause: 'back-forward' }
  if (commit?.transition === 'reload') return { cause: 'reload' }
  // A script or a meta element: its page did not say which.
  if (commit?.qualifiers.includes('client_redirect')) return { cause: 'unknown', byItself: true }
  if (commit?.transition === 'form_submit') return { cause: 'form' }
  // A frame of another site began it; its clicks would have been heard.
  const page = previous?.commit?.url
  if (initiator !== undefined && page !== undefined && originOf(initiator) !== originOf(page)) {
    return { cause: 'script', byItself: true }
  }
  // A page began it, but its content script was not there to tell how.
  if (initiator !== undefined) return { cause: 'unknown' }
  // Firefox says of the reload of its error page what it says of a URL that was typed.
  const isTold = commit && !(commit.transition === 'link' && hasFailed(previous))
  if (!isTold && asksAgain(navigation, previous)) return { cause: 'unknown', anew: true }
  // No page began it: the address bar, a bookmark, another program. Firefox reports these as `link`.
  if (begunByBrowser(navigation) || (commit && commit.transition !== 'link')) return { cause: 'typed' }
  return { cause: 'unknown' }
}

const hasFailed = (previous: Navigation | undefined) =>
  previous?.failure !== undefined && !isAborted(previous.failure.error)

/** It asked for what the tab showed: typed again, or a reload, which only its commit would say. */
export const asksAgain = ({ url, untold }: Navigation, previous: Navigation | undefined) =>
  untold || (previous?.commit !== undefined && sameDocumentUrl(previous.commit.url, url))

/**
 * A link or form with the name of a tab that is there already (`target=offer`) sends its URL there: the click was heard on
 * the page that has it, and the page that is there says nothing. An older click than what is shown there has led to that:
 * who comes back to it, or loads it again, does not click.
 *
 * @returns that as if it had opened the tab
 */
export function sentInto(
  tab: TabRecord,
  { kind, url, time, initiator, page }: Navigation,
  shown: Navigation,
  { tabs }: Recording,
): Opening | undefined {
  if (kind !== 'document' || page || initiator === undefined || clickOn(tab, url, time)) return undefined
  for (const other of tabs.values()) {
    const click = other === tab ? undefined : clickOn(other, url, time)
    if (click && click.at > shown.time) return { tabId: other.tabId, at: click.at, url: click.url }
  }
  return undefined
}

/** The newest click of a tab that asked for this URL. A form sent by GET puts its fields in place of the query. */
function clickOn(tab: TabRecord, url: string, time: number) {
  return tab.targetings.findLast(
    (click) =>
      click.at <= time + SLACK_MS &&
      time - click.at <= CLICK_MS &&
      (sameDocumentUrl(click.url, url) || (click.how === 'form' && withoutQuery(click.url) === withoutQuery(url))),
  )
}

const withoutQuery = (url: string) => url.split(/[?#]/, 1)[0]
const originOf = (url: string) => URL.parse(url)?.origin ?? url
