import type { FollowedRedirect } from '../model/postback.ts'

/** The part of `webRequest` that is used, so that a test can stand in for it. */
export type WebRequest = Pick<typeof chrome.webRequest, 'onBeforeRequest' | 'onBeforeRedirect' | 'onErrorOccurred'>

/** How long after a fetch is over the browser may take to tell of it: Firefox tells a redirect after its answer is in. */
const TELLING_MS = 1_000

/** The extension's own requests belong to no tab. */
const NO_TAB = -1

export interface Hearing {
  /** The browser's word for why the request failed; null when it does not come within a second. */
  error(): Promise<string | null>
  /** The redirects that were followed so far, in order. `fetch` itself tells where they ended, and nothing more. */
  redirects(): FollowedRedirect[]
  /** The redirects that led to a URL; those heard so far when the last of them is not told within a second. */
  redirectsTo(finalUrl: string): Promise<FollowedRedirect[]>
  stop(): void
}

/**
 * Listens for the fate of the extension's own next request to a URL: a failed `fetch` says nothing but "failed", and a
 * redirected one not by whom. A request keeps its id over redirects, so that what happens further on is heard too.
 */
export function hearRequest(webRequest: WebRequest, url: string): Hearing {
  const asked = withoutFragment(url)
  const own = new Set<string>()
  const followed: FollowedRedirect[] = []
  const { promise, resolve } = Promise.withResolvers<string>()
  let onFollowed = () => {}
  const leadsTo = (finalUrl: string) => withoutFragment(followed.at(-1)?.to ?? asked) === withoutFragment(finalUrl)
  const filter = { urls: ['<all_urls>'], types: ['xmlhttprequest' as const], tabId: NO_TAB }

  const onRequest = (details: { requestId: string; url: string }): undefined => {
    if (withoutFragment(details.url) === asked) own.add(details.requestId)
  }
  const onRedirect = (details: { requestId: string; url: string; statusCode: number; redirectUrl: string }): void => {
    if (!own.has(details.requestId)) return
    followed.push({ url: details.url, status: details.statusCode, to: details.redirectUrl })
    onFollowed()
  }
  const onError = (details: { requestId: string; error: string }): void => {
    if (own.has(details.requestId)) resolve(details.error)
  }
  webRequest.onBeforeRequest.addListener(onRequest, filter)
  webRequest.onBeforeRedirect.addListener(onRedirect, filter)
  webRequest.onErrorOccurred.addListener(onError, filter)

  return {
    error: () => Promise.race([promise, new Promise<null>((late) => setTimeout(late, TELLING_MS, null))]),
    redirects: () => [...followed],
    async redirectsTo(finalUrl) {
      const arrived = Promise.withResolvers<void>()
      onFollowed = () => leadsTo(finalUrl) && arrived.resolve()
      onFollowed()
      await Promise.race([arrived.promise, new Promise((late) => setTimeout(late, TELLING_MS))])
      return [...followed]
    },
    stop() {
      webRequest.onBeforeRequest.removeListener(onRequest)
      webRequest.onBeforeRedirect.removeListener(onRedirect)
      webRequest.onErrorOccurred.removeListener(onError)
    },
  }
}

/** As the browser spells it, without the part that is never sent. */
function withoutFragment(url: string): string {
  return (URL.parse(url)?.href ?? url).replace(/#.*$/s, '')
}
