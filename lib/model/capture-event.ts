import * as z from 'zod/mini'
import { AnswerHeader, SetCookie } from './click-path.ts'
import { Landing } from './landing.ts'

/*
 * Facts as the browser told them, normalised: one shape for Chrome and Firefox, only what a click path needs.
 * All times are milliseconds since the epoch, all URLs are as the browser spelt them. The schemas read back what was
 * heard last before a worker died.
 */
const TabFact = z.object({ tabId: z.number(), time: z.number() })

/** webNavigation.onBeforeNavigate of a top-level frame. */
export const NavigationBegun = z.extend(TabFact, {
  type: z.literal('navigation-begun'),
  url: z.string(),
})
export type NavigationBegun = z.infer<typeof NavigationBegun>

/** webRequest.onBeforeRequest: once a hop of a redirect chain; all hops of a chain share the request's id. */
export const RequestSent = z.extend(TabFact, {
  type: z.literal('request-sent'),
  requestId: z.string(),
  url: z.string(),
  method: z.string(),
  /** Origin of the document that began it; absent when the browser did (address bar, bookmark). */
  initiator: z.optional(z.string()),
  /** A form POST's fields, urlencoded. */
  body: z.optional(z.string()),
})
export type RequestSent = z.infer<typeof RequestSent>

/** webRequest.onBeforeRedirect. */
export const RequestRedirected = z.extend(TabFact, {
  type: z.literal('request-redirected'),
  requestId: z.string(),
  url: z.string(),
  to: z.string(),
  status: z.number(),
  fromCache: z.boolean(),
  ip: z.optional(z.string()),
  setCookies: z.optional(z.array(SetCookie)),
  /** See lib/recording/telling-headers.ts. */
  headers: z.optional(z.array(AnswerHeader)),
  /** Set when no server answered: who inside the browser rewrote the request, as its made-up answer says. */
  internalReason: z.optional(z.string()),
})
export type RequestRedirected = z.infer<typeof RequestRedirected>

/** webRequest.onResponseStarted: the answer that ends a chain. */
export const ResponseStarted = z.extend(TabFact, {
  type: z.literal('response-started'),
  requestId: z.string(),
  url: z.string(),
  status: z.number(),
  fromCache: z.boolean(),
  ip: z.optional(z.string()),
  setCookies: z.optional(z.array(SetCookie)),
  /** See lib/recording/telling-headers.ts. */
  headers: z.optional(z.array(AnswerHeader)),
  /** Value of the `Refresh` header. */
  refresh: z.optional(z.string()),
})
export type ResponseStarted = z.infer<typeof ResponseStarted>

/** webRequest.onErrorOccurred. */
export const RequestFailed = z.extend(TabFact, {
  type: z.literal('request-failed'),
  requestId: z.string(),
  url: z.string(),
  error: z.string(),
})
export type RequestFailed = z.infer<typeof RequestFailed>

/** webNavigation.onCommitted of a top-level frame: the document is there. */
export const NavigationCommitted = z.extend(TabFact, {
  type: z.literal('navigation-committed'),
  url: z.string(),
  transition: z.string(),
  qualifiers: z.array(z.string()),
})
export type NavigationCommitted = z.infer<typeof NavigationCommitted>

/** webNavigation.onErrorOccurred of a top-level frame. */
export const NavigationFailed = z.extend(TabFact, {
  type: z.literal('navigation-failed'),
  url: z.string(),
  error: z.string(),
})
export type NavigationFailed = z.infer<typeof NavigationFailed>

/** webNavigation.onHistoryStateUpdated, onReferenceFragmentUpdated: the page's URL changed without a request. */
export const AddressChanged = z.extend(TabFact, {
  type: z.literal('address-changed'),
  kind: z.enum(['history', 'fragment']),
  url: z.string(),
  qualifiers: z.array(z.string()),
})
export type AddressChanged = z.infer<typeof AddressChanged>

/** webNavigation.onCreatedNavigationTarget: a page opened this tab. */
export const TabOpened = z.extend(TabFact, {
  type: z.literal('tab-opened'),
  sourceTabId: z.number(),
  url: z.string(),
})
export type TabOpened = z.infer<typeof TabOpened>

/** The content script's word, from the page's Navigation API: this page begins a navigation of its own tab. */
export const PageNavigates = z.extend(TabFact, {
  type: z.literal('page-navigates'),
  url: z.string(),
  /** True when the person clicked a link or submitted a form; false when a script or a refresh did it. */
  userInitiated: z.boolean(),
  how: z.enum(['link', 'form', 'meta-refresh', 'reload', 'traverse', 'other']),
  /** The link, form or meta element, as HTML. */
  element: z.optional(z.string()),
})
export type PageNavigates = z.infer<typeof PageNavigates>

/** The content script's word: a click (or submit) that sends its URL to another tab or to the top of the frame tree. */
export const PageTargets = z.extend(TabFact, {
  type: z.literal('page-targets'),
  url: z.string(),
  how: z.enum(['link', 'form']),
  element: z.optional(z.string()),
})
export type PageTargets = z.infer<typeof PageTargets>

/** The content script's answer, when it was asked what its page keeps and where it links. */
export const PageInspected = z.extend(z.extend(TabFact, z.omit(Landing, { at: true }).shape), {
  type: z.literal('page-inspected'),
})
export type PageInspected = z.infer<typeof PageInspected>

export const CaptureEvent = z.discriminatedUnion('type', [
  NavigationBegun,
  RequestSent,
  RequestRedirected,
  ResponseStarted,
  RequestFailed,
  NavigationCommitted,
  NavigationFailed,
  AddressChanged,
  TabOpened,
  PageNavigates,
  PageTargets,
  PageInspected,
])
export type CaptureEvent = z.infer<typeof CaptureEvent>
