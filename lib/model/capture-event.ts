import type { AnswerHeader, SetCookie } from './click-path.ts'
import type { PageAnswer } from './page-question.ts'

/**
 * Facts as the browser told them, normalised: one shape for Chrome and Firefox, only what a click path needs.
 * All times are milliseconds since the epoch, all URLs are as the browser spelt them.
 */
interface TabFact {
  tabId: number
  time: number
}

/** webNavigation.onBeforeNavigate of a top-level frame. */
export interface NavigationBegun extends TabFact {
  type: 'navigation-begun'
  url: string
}

/** webRequest.onBeforeRequest: once a hop of a redirect chain; all hops of a chain share the request's id. */
export interface RequestSent extends TabFact {
  type: 'request-sent'
  requestId: string
  url: string
  method: string
  /** Origin of the document that began it; absent when the browser did (address bar, bookmark). */
  initiator?: string
  /** A form POST's fields, urlencoded. */
  body?: string
}

/** webRequest.onBeforeRedirect. */
export interface RequestRedirected extends TabFact {
  type: 'request-redirected'
  requestId: string
  url: string
  to: string
  status: number
  fromCache: boolean
  ip?: string
  setCookies?: SetCookie[]
  /** See lib/recording/telling-headers.ts. */
  headers?: AnswerHeader[]
  /** Set when no server answered: who inside the browser rewrote the request, as its made-up answer says. */
  internalReason?: string
}

/** webRequest.onResponseStarted: the answer that ends a chain. */
export interface ResponseStarted extends TabFact {
  type: 'response-started'
  requestId: string
  url: string
  status: number
  fromCache: boolean
  ip?: string
  setCookies?: SetCookie[]
  /** See lib/recording/telling-headers.ts. */
  headers?: AnswerHeader[]
  /** Value of the `Refresh` header. */
  refresh?: string
  /** Set for what a viewer of the browser's own shows, where no content script runs: nobody tells of the clicks on it. */
  mute?: true
}

/** webRequest.onErrorOccurred. */
export interface RequestFailed extends TabFact {
  type: 'request-failed'
  requestId: string
  url: string
  error: string
}

/** webNavigation.onCommitted of a top-level frame: the document is there. */
export interface NavigationCommitted extends TabFact {
  type: 'navigation-committed'
  url: string
  transition: string
  qualifiers: string[]
}

/** webNavigation.onErrorOccurred of a top-level frame. */
export interface NavigationFailed extends TabFact {
  type: 'navigation-failed'
  url: string
  error: string
}

/** webNavigation.onHistoryStateUpdated, onReferenceFragmentUpdated: the page's URL changed without a request. */
export interface AddressChanged extends TabFact {
  type: 'address-changed'
  kind: 'history' | 'fragment'
  url: string
  qualifiers: string[]
}

/** webNavigation.onCreatedNavigationTarget: a page opened this tab. */
export interface TabOpened extends TabFact {
  type: 'tab-opened'
  sourceTabId: number
  url: string
}

/** The content script's word, from the page's Navigation API: this page begins a navigation of its own tab. */
export interface PageNavigates extends TabFact {
  type: 'page-navigates'
  url: string
  /** True when the person clicked a link or submitted a form; false when a script or a refresh did it. */
  userInitiated: boolean
  how: 'link' | 'form' | 'meta-refresh' | 'reload' | 'traverse' | 'other'
  /** The link, form or meta element, as HTML. */
  element?: string
}

/** The content script's word: a click (or submit) that sends its URL to another tab or to the top of the frame tree. */
export interface PageTargets extends TabFact {
  type: 'page-targets'
  url: string
  how: 'link' | 'form'
  element?: string
}

/** The content script's answer, when it was asked what its page keeps and where it links. */
export interface PageInspected extends TabFact, PageAnswer {
  type: 'page-inspected'
}

export type CaptureEvent =
  | NavigationBegun
  | RequestSent
  | RequestRedirected
  | ResponseStarted
  | RequestFailed
  | NavigationCommitted
  | NavigationFailed
  | AddressChanged
  | TabOpened
  | PageNavigates
  | PageTargets
  | PageInspected
