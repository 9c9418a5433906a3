import type { PostbackAttempt, TransportFailure } from '../model/postback.ts'
import { firefoxErrorName } from './firefox-errors.ts'

/**
 * The browsers' network errors, by what they mean. First match wins.
 * Sources: Chromium net/base/net_error_list.h; Firefox xpcom/base/ErrorList.py and the NSS error names; both measured
 * for a host that does not exist, a closed port, a self-signed certificate and a reset connection.
 */
const ERRORS: readonly [RegExp, TransportFailure, string][] = [
  [/PROXY|TUNNEL_CONNECTION/, 'network', 'The proxy of this machine or network could not be used'],
  [/NAME_NOT_RESOLVED|NAME_RESOLUTION|ERR_DNS|UNKNOWN_HOST/, 'host-not-found', 'No host of this name was found'],
  [/CONNECTION_REFUSED/, 'connection-refused', 'The host is there, but nothing listens on this port'],
  [/CERT_DATE|EXPIRED/, 'tls', 'The certificate of the host is expired, or not valid yet'],
  [/CERT_COMMON_NAME|BAD_CERT_DOMAIN|only valid for/i, 'tls', 'The certificate is made out to another host'],
  [/CERT|SSL|TLS|SEC_ERROR|MOZILLA_PKIX|SECURITY|Peer|handshake/i, 'tls', 'No secure connection could be made'],
  [/TIMED?_?OUT/, 'timeout', 'The host did not answer in time'],
  [/DISCONNECTED|NETWORK_CHANGED|OFFLINE/, 'network', 'This machine is offline, or its network changed'],
  [/UNREACHABLE/, 'network', 'No way leads to the address of this host'],
  [/BLOCKED|DENIED|LOCAL_NETWORK/, 'network', 'The browser, a policy or another extension blocked the request'],
  [/REDIRECT/, 'network', 'The redirects lead in a circle, or to something that cannot be asked'],
  [/UNSAFE_PORT|PORT_ACCESS/, 'network', 'The browser never talks to this port'],
  [
    /INVALID_HTTP|INVALID_RESPONSE|RESPONSE_HEADERS|CONTENT_DECODING|INVALID_CONTENT|CORRUPTED/,
    'network',
    'The answer is no valid HTTP',
  ],
  [
    /RESET|CLOSED|EMPTY_RESPONSE|INTERRUPT|PARTIAL|INCOMPLETE|MISMATCH|HTTP2|QUIC|ABORT|SOCKET/,
    'interrupted',
    'The connection broke off',
  ],
]

/**
 * Says why no complete answer came.
 *
 * @param browserError as webRequest.onErrorOccurred tells it (`net::ERR_…`, `NS_ERROR_…`, `Error code …`, or Firefox's
 *   sentence about a certificate); null where the browser said nothing
 * @param context.timedOut our own time limit ended the request
 */
export function transportFailure(
  browserError: string | null,
  { timedOut }: { timedOut: boolean },
): NonNullable<PostbackAttempt['failure']> {
  if (timedOut) return { kind: 'timeout', message: 'The host did not answer in time' }
  if (browserError === null) return { kind: 'network', message: 'The browser did not say why' }
  const error = firefoxErrorName(browserError)
  const [, kind, words] = ERRORS.find(([pattern]) => pattern.test(error)) ?? [
    null,
    'network' as const,
    'The request failed',
  ]
  return { kind, message: `${words} (${error.slice(0, 200)})` }
}
