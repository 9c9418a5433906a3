import type { CaptureEvent } from '../model/capture-event.ts'
import * as normalize from '../recording/normalize.ts'

type Take = (event: CaptureEvent) => void

/** The two APIs, handed in so that a test can stand in for them. */
export interface Apis {
  webRequest: typeof chrome.webRequest
  webNavigation: typeof chrome.webNavigation
}

const TOP_FRAME = 0

/**
 * Puts a listener on every event a click path is made of. All of it runs in the worker's first tick, or the browser
 * would not wake the worker for it.
 *
 * @param extraHeaders Chrome hides `Set-Cookie` without it; Firefox throws when it is named
 */
export function listen({ webRequest, webNavigation }: Apis, extraHeaders: boolean, take: Take): void {
  const filter = { urls: ['<all_urls>'], types: ['main_frame' as const] }
  const headers = (extraHeaders ? ['responseHeaders', 'extraHeaders'] : ['responseHeaders']) as 'responseHeaders'[]

  webRequest.onBeforeRequest.addListener(
    (details) => {
      if (details.tabId >= 0) take(normalize.requestSent(details))
      return undefined
    },
    filter,
    ['requestBody'],
  )
  webRequest.onBeforeRedirect.addListener(
    (details) => {
      if (details.tabId >= 0) take(normalize.requestRedirected(details))
    },
    filter,
    headers,
  )
  webRequest.onResponseStarted.addListener(
    (details) => {
      if (details.tabId >= 0) take(normalize.responseStarted(details))
    },
    filter,
    headers,
  )
  webRequest.onErrorOccurred.addListener((details) => {
    if (details.tabId >= 0) take(normalize.requestFailed(details))
  }, filter)

  const onTop =
    <D extends normalize.NavigationDetails>(normalise: (details: D) => CaptureEvent) =>
    (details: D) => {
      if (details.frameId === TOP_FRAME && normalize.isTraceable(details.url)) take(normalise(details))
    }
  webNavigation.onBeforeNavigate.addListener(onTop(normalize.navigationBegun))
  webNavigation.onCommitted.addListener(onTop(normalize.navigationCommitted))
  webNavigation.onErrorOccurred.addListener(onTop(normalize.navigationFailed))
  webNavigation.onHistoryStateUpdated.addListener(onTop((details) => normalize.addressChanged('history', details)))
  webNavigation.onReferenceFragmentUpdated.addListener(
    onTop((details) => normalize.addressChanged('fragment', details)),
  )
  webNavigation.onCreatedNavigationTarget.addListener((details) => take(normalize.tabOpened(details)))
}
