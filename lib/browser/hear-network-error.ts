/** The part of `webRequest` that is used, so that a test can stand in for it. */
export type WebRequest = Pick<typeof chrome.webRequest, 'onBeforeRequest' | 'onErrorOccurred'>

/** How long after a failed fetch the browser may take to tell its reason. */
const REASON_WAIT_MS = 1_000

/** The extension's own requests belong to no tab. */
const NO_TAB = -1

export interface Hearing {
  /** The browser's word for why the request failed; null when it does not come within a second. */
  error(): Promise<string | null>
  stop(): void
}

/**
 * Listens for the fate of the extension's own next request to a URL: a failed `fetch` says nothing but "failed".
 * A request keeps its id over redirects, so that a failure further on is heard too.
 */
export function hearNetworkError(webRequest: WebRequest, url: string): Hearing {
  const asked = withoutFragment(url)
  const own = new Set<string>()
  const { promise, resolve } = Promise.withResolvers<string>()
  const filter = { urls: ['<all_urls>'], types: ['xmlhttprequest' as const], tabId: NO_TAB }

  const onRequest = (details: { requestId: string; url: string }): undefined => {
    if (withoutFragment(details.url) === asked) own.add(details.requestId)
  }
  const onError = (details: { requestId: string; error: string }): void => {
    if (own.has(details.requestId)) resolve(details.error)
  }
  webRequest.onBeforeRequest.addListener(onRequest, filter)
  webRequest.onErrorOccurred.addListener(onError, filter)

  return {
    error: () => Promise.race([promise, new Promise<null>((late) => setTimeout(late, REASON_WAIT_MS, null))]),
    stop() {
      webRequest.onBeforeRequest.removeListener(onRequest)
      webRequest.onErrorOccurred.removeListener(onError)
    },
  }
}

/** As the browser spells it, without the part that is never sent. */
function withoutFragment(url: string): string {
  return (URL.parse(url)?.href ?? url).replace(/#.*$/s, '')
}
