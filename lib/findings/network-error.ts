/** Whether a browser's network error says that it gave up on redirects. Firefox reports nsresult codes, in decimal. */
export const isRedirectLimit = (error: string): boolean => /TOO_MANY_REDIRECTS|REDIRECT_LOOP|2152398879/i.test(error)

/** Whether an error is no failure: a download or an answer without content, a superseded navigation, an app's scheme. */
export const isHarmless = (error: string): boolean =>
  /ERR_ABORTED|NS_BINDING_(?!FAILED)|2152398850|2152398865|UNKNOWN_URL_SCHEME|UNKNOWN_PROTOCOL/i.test(error)

interface ErrorWords {
  pattern: RegExp
  /** What happened; `{host}` is the host that was asked. */
  words: string
  fix: string
}

/** What a proxy does is no word about the host behind it. */
export const BY_PROXY = {
  words: 'the proxy between this browser and {host} does not let it through',
  fix: 'Check the proxy or VPN of this browser and its login, or test without it: {host} was never reached.',
}

/** The first that fits. Numbers are Firefox's nsresult codes (xpcom/base/ErrorList.py), which it gives for some navigations alone. */
const WORDS: readonly ErrorWords[] = [
  { pattern: /PROXY|TUNNEL_CONNECTION|SOCKS_CONNECTION|PAC_SCRIPT|2152398920|2152398890/i, ...BY_PROXY },
  {
    pattern: /INVALID_REDIRECT|UNSAFE_REDIRECT|MULTIPLE_LOCATION/i,
    words: '{host} answered with a redirect that no browser follows',
    fix: 'Correct the Location header of {host}: one header with one complete http or https URL.',
  },
  {
    pattern:
      /CONTENT_(?:LENGTH|DECODING|ENCODING)|CHUNKED|PARTIAL_TRANSFER|INVALID_HTTP|RESPONSE_HEADERS|HTTP2_PROTOCOL|CORRUPTED_CONTENT|NS_ERROR_UNEXPECTED|215239887[57]|2152398924/i,
    words: '{host} gave a broken answer',
    fix: 'Look at what answers on {host}, and at the proxy or CDN before it: its answer was cut short or is no sound HTTP. Of a redirect, look at its Location: one header with one complete URL.',
  },
  {
    pattern: /NAME_NOT_RESOLVED|UNKNOWN_HOST|NAME_RESOLUTION|2152398878/i,
    words: '{host} was not found in DNS',
    fix: 'Look for a typing mistake in {host} where the link stands. If it is right, its DNS record is missing.',
  },
  {
    pattern: /CONNECTION_REFUSED|2152398861/i,
    words: '{host} refused the connection',
    fix: 'Check that the server of {host} runs and listens on this port.',
  },
  {
    pattern: /TIMED_OUT|TIMEOUT|2152398862/i,
    words: '{host} did not answer in time',
    fix: 'Check that the server of {host} is up, and that no firewall drops this request.',
  },
  {
    // The numbers are those of Firefox's module of security (NSSErrorsService.h).
    pattern: /CERT|SSL|TLS|SEC_ERROR|MOZILLA_PKIX|\b21533[89]\d{4}\b/i,
    words: 'no secure connection to {host}',
    fix: 'Renew or correct the TLS certificate of {host}: visitors get a security warning instead of the page.',
  },
  {
    pattern: /BLOCKED|NS_ERROR_ABORT\b|2147500036/i,
    words: 'the request to {host} was blocked in this browser',
    fix: 'Switch off the ad blocker or policy that blocks {host}, and test again. Visitors who run it stop here too.',
  },
  {
    pattern: /INTERNET_DISCONNECTED|OFFLINE|NETWORK_CHANGED|IO_SUSPENDED|2152398864/i,
    words: 'this machine is offline, or its network changed',
    fix: 'Connect this machine, and test again when its network or VPN is steady.',
  },
  {
    pattern: /RESET|CLOSED|INTERRUPT|EMPTY_RESPONSE|2152398868|2152398919/i,
    words: '{host} broke the connection off',
    fix: 'Look into the server log of {host}, and at the proxy or firewall before it.',
  },
]

const OTHER = {
  words: 'the request to {host} failed',
  fix: 'Check the host name, DNS, certificate and firewall of {host}, and the link that leads to it.',
}

/** A browser's network error in plain words, and what to do about it. */
export function explainError(error: string, host: string): { words: string; fix: string } {
  return aboutHost(WORDS.find(({ pattern }) => pattern.test(error)) ?? OTHER, host)
}

/** Words with the name of the host in them. */
export function aboutHost({ words, fix }: typeof OTHER, host: string): { words: string; fix: string } {
  const fill = (text: string) => text.replaceAll('{host}', () => host)
  return { words: fill(words), fix: fill(fix) }
}
