import type { CaptureEvent } from '../model/capture-event.ts'
import type { SetCookie } from '../model/click-path.ts'
import type { PageReport } from '../model/page-report.ts'
import { MAX_COOKIES, MAX_ELEMENT_LENGTH, MAX_URL_LENGTH } from './limits.ts'
import { type RequestBody, urlencodedBody } from './request-body.ts'
import { readSetCookie } from './set-cookie.ts'
import { isStrippedQuery } from './stripped-query.ts'
import { tellingHeaders } from './telling-headers.ts'
import { withoutLogin, withoutLogins } from './without-login.ts'

/*
 * Raw details of the browsers' events → capture events. The types name only what is read, in the spelling that Chrome
 * and Firefox share; what one of them lacks is optional.
 */

interface Header {
  name: string
  value?: string | undefined
}

export interface RequestDetails {
  tabId: number
  timeStamp: number
  requestId: string
  url: string
  method: string
  /** Chrome: the origin that began it. */
  initiator?: string | undefined
  /** Firefox: the URL of the document that began it. */
  originUrl?: string | undefined
  requestBody?: RequestBody | null | undefined
}

export interface AnswerDetails extends RequestDetails {
  statusCode: number
  statusLine?: string | undefined
  fromCache?: boolean | undefined
  ip?: string | null | undefined
  responseHeaders?: Header[] | undefined
}

export interface NavigationDetails {
  tabId: number
  frameId: number
  timeStamp: number
  url: string
  transitionType?: string | undefined
  transitionQualifiers?: string[] | undefined
  error?: unknown
  /** Chrome: `prerender` while the person has not come to the page. */
  documentLifecycle?: string | undefined
}

/** Whether a URL can be part of a click path: what the browser shows by itself (new tab, settings, blank) is not. */
export function isTraceable(url: string): boolean {
  return !/^(?:about|chrome|chrome-extension|chrome-error|chrome-untrusted|devtools|moz-extension|resource|view-source|data|blob|javascript):/i.test(
    url,
  )
}

/** A URL as it is kept: without name and password, and no longer than the longest. */
const cutUrl = (url: string) => withoutLogin(url).slice(0, MAX_URL_LENGTH)

/** Whole milliseconds, as Firefox counts them: more cannot be compared between the browser's APIs, and costs storage. */
const msOf = (timeStamp: number) => Math.round(timeStamp)

const requestFact = (details: RequestDetails) => ({
  tabId: details.tabId,
  time: msOf(details.timeStamp),
  requestId: String(details.requestId),
  url: cutUrl(details.url),
})

const navigationFact = (details: NavigationDetails) => ({
  tabId: details.tabId,
  time: msOf(details.timeStamp),
  url: cutUrl(details.url),
})

const IS_ORIGIN = /^https?:\/\/[^/?#@\\\s]+$/

/** Chrome names the origin alone. Its whole URL, which Firefox names, is recorded where it was a hop itself. */
const originOf = (url: string) => (IS_ORIGIN.test(url) ? url : cutUrl(URL.parse(url)?.origin ?? url))

/** webRequest.onBeforeRequest. */
export function requestSent(details: RequestDetails): CaptureEvent {
  const initiator = details.initiator ?? details.originUrl
  const body = urlencodedBody(details.requestBody)
  return {
    type: 'request-sent',
    ...requestFact(details),
    method: details.method,
    ...(initiator === undefined || !isTraceable(initiator) ? {} : { initiator: originOf(initiator) }),
    ...(body === '' ? {} : { body }),
  }
}

/** webRequest.onBeforeRedirect. */
export function requestRedirected(details: AnswerDetails & { redirectUrl: string }): CaptureEvent {
  const internalReason = internalReasonOf(details)
  return {
    type: 'request-redirected',
    ...requestFact(details),
    to: cutUrl(sentTo(details)),
    ...answerFacts(details),
    ...(internalReason === undefined ? {} : { internalReason }),
  }
}

/**
 * Where the server sent the browser. Firefox names the URL that its query stripping has left of it; what the server
 * said stands in the `Location` header.
 */
function sentTo(details: AnswerDetails & { redirectUrl: string }): string {
  const location = headerOf(details, 'location')
  if (location === undefined || location === details.redirectUrl) return details.redirectUrl
  const said = URL.parse(location, details.url)?.href
  return said !== undefined && isStrippedQuery(said, details.redirectUrl) ? said : details.redirectUrl
}

/**
 * Chrome makes up a 307 when HSTS, an upgrade or another extension changes a request. A server can send the header
 * `Non-Authoritative-Reason` too, but not without having an address.
 */
function internalReasonOf(details: AnswerDetails): string | undefined {
  if (details.ip || !details.statusLine?.includes('Internal Redirect')) return undefined
  return headerOf(details, 'non-authoritative-reason') ?? ''
}

/** Both browsers show it in a viewer of their own. */
const IN_VIEWER = /^\s*application\/pdf\b/i

/** webRequest.onResponseStarted. */
export function responseStarted(details: AnswerDetails): CaptureEvent {
  const refresh = headerOf(details, 'refresh')
  return {
    type: 'response-started',
    ...requestFact(details),
    ...answerFacts(details),
    ...(refresh === undefined ? {} : { refresh: cutUrl(refresh) }),
    ...(IN_VIEWER.test(headerOf(details, 'content-type') ?? '') ? { mute: true } : {}),
  }
}

/** webRequest.onErrorOccurred. */
export function requestFailed(details: RequestDetails & { error: string }): CaptureEvent {
  return { type: 'request-failed', ...requestFact(details), error: String(details.error) }
}

function answerFacts(details: AnswerDetails) {
  const setCookies = cookiesOf(details.responseHeaders)
  // Of a page nothing is looked for in its headers.
  const headers = details.statusCode < 300 ? [] : tellingHeaders(details.responseHeaders)
  return {
    status: details.statusCode,
    fromCache: details.fromCache === true,
    ...(details.ip ? { ip: details.ip } : {}),
    ...(setCookies.length > 0 ? { setCookies } : {}),
    ...(headers.length > 0 ? { headers } : {}),
  }
}

function headerOf({ responseHeaders }: AnswerDetails, name: string): string | undefined {
  return responseHeaders?.find((header) => header.name.toLowerCase() === name)?.value
}

/** Firefox joins several `Set-Cookie` headers with line breaks. */
function cookiesOf(headers: Header[] | undefined): SetCookie[] {
  const lines = (headers ?? [])
    .filter((header) => header.name.toLowerCase() === 'set-cookie')
    .flatMap((header) => (header.value ?? '').split('\n'))
  return lines
    .slice(0, MAX_COOKIES)
    .map(readSetCookie)
    .filter((cookie) => cookie !== undefined)
}

/** webNavigation.onBeforeNavigate. */
export function navigationBegun(details: NavigationDetails): CaptureEvent {
  return { type: 'navigation-begun', ...navigationFact(details) }
}

/** webNavigation.onCommitted. */
export function navigationCommitted(details: NavigationDetails): CaptureEvent {
  return {
    type: 'navigation-committed',
    ...navigationFact(details),
    transition: details.transitionType ?? '',
    qualifiers: details.transitionQualifiers ?? [],
  }
}

/** webNavigation.onErrorOccurred. */
export function navigationFailed(details: NavigationDetails): CaptureEvent {
  return { type: 'navigation-failed', ...navigationFact(details), error: String(details.error ?? '') }
}

/** webNavigation.onHistoryStateUpdated and onReferenceFragmentUpdated. */
export function addressChanged(kind: 'history' | 'fragment', details: NavigationDetails): CaptureEvent {
  return {
    type: 'address-changed',
    kind,
    ...navigationFact(details),
    qualifiers: details.transitionQualifiers ?? [],
  }
}

/** The content script's word. It comes from a stranger's page, so its length is bounded here too. */
export function pageReport(report: PageReport, tabId: number): CaptureEvent {
  return {
    ...report,
    tabId,
    time: msOf(report.time),
    url: cutUrl(report.url),
    ...(report.element === undefined ? {} : { element: withoutLogins(report.element).slice(0, MAX_ELEMENT_LENGTH) }),
  }
}

/** webNavigation.onCreatedNavigationTarget. */
export function tabOpened(details: {
  tabId: number
  sourceTabId: number
  timeStamp: number
  url: string
}): CaptureEvent {
  return {
    type: 'tab-opened',
    tabId: details.tabId,
    time: msOf(details.timeStamp),
    sourceTabId: details.sourceTabId,
    url: cutUrl(details.url),
  }
}
