import type { WebRequest } from '../../lib/browser/hear-request.ts'

type Listener = (details: Record<string, unknown>) => unknown

/** An event whose listeners a test can call and count. */
function fakeEvent() {
  const listeners = new Set<Listener>()
  return {
    listeners,
    addListener: (listener: Listener) => listeners.add(listener),
    removeListener: (listener: Listener) => listeners.delete(listener),
    tell: (details: Record<string, unknown>) => {
      for (const listener of listeners) listener(details)
    },
  }
}

/** `webRequest` without a browser: the test says what the browser would tell. */
export function fakeWebRequest() {
  const onBeforeRequest = fakeEvent()
  const onBeforeRedirect = fakeEvent()
  const onErrorOccurred = fakeEvent()
  return {
    webRequest: { onBeforeRequest, onBeforeRedirect, onErrorOccurred } as unknown as WebRequest,
    begins: (requestId: string, url: string) => onBeforeRequest.tell({ requestId, url, tabId: -1 }),
    redirects: (requestId: string, url: string, statusCode: number, redirectUrl: string) =>
      onBeforeRedirect.tell({ requestId, url, statusCode, redirectUrl, tabId: -1 }),
    fails: (requestId: string, url: string, error: string) =>
      onErrorOccurred.tell({ requestId, url, error, tabId: -1 }),
    listening: () => onBeforeRequest.listeners.size + onBeforeRedirect.listeners.size + onErrorOccurred.listeners.size,
  }
}
