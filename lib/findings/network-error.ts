/** Whether a browser's network error says that it gave up on redirects. Firefox reports nsresult codes, in decimal. */
export const isRedirectLimit = (error: string): boolean => /TOO_MANY_REDIRECTS|REDIRECT_LOOP|2152398879/i.test(error)

/** Whether an error is no failure: a download or an answer without content, a superseded navigation, an app's scheme. */
export const isHarmless = (error: string): boolean =>
  /ERR_ABORTED|BINDING_ABORTED|2152398850|UNKNOWN_URL_SCHEME|UNKNOWN_PROTOCOL/i.test(error)

const WORDS: readonly [RegExp, string][] = [
  [/NAME_NOT_RESOLVED|UNKNOWN_HOST|UNKNOWN_PROXY_HOST|NAME_RESOLUTION|2152398878/i, 'its name was not found in DNS'],
  [/CONNECTION_REFUSED|2152398861/i, 'it refused the connection'],
  [/TIMED_OUT|TIMEOUT|2152398862/i, 'it did not answer in time'],
  [/CERT|SSL|TLS|SEC_ERROR|MOZILLA_PKIX|21532|21535/i, 'its TLS certificate or connection was not accepted'],
  [/BLOCKED/i, 'the request was blocked in this browser'],
  [/INTERNET_DISCONNECTED|OFFLINE|2152398864/i, 'this machine is offline'],
  [/RESET|CLOSED|EMPTY_RESPONSE|2152398868/i, 'it broke the connection off'],
]

/** A browser's network error in plain words. */
export const errorWords = (error: string): string =>
  WORDS.find(([pattern]) => pattern.test(error))?.[1] ?? 'the request failed'
