import { describe, expect, it } from 'vitest'
import { explainError } from '../../lib/findings/network-error.ts'

/* Errors as the browsers name them, provoked in real ones, all but a changing network and an interruption. */
describe('a network error in words', () => {
  it.each([
    ['net::ERR_NAME_NOT_RESOLVED', 'trk.example was not found in DNS'],
    ['net::ERR_CONNECTION_RESET', 'trk.example broke the connection off'],
    ['net::ERR_EMPTY_RESPONSE', 'trk.example broke the connection off'],
    ['net::ERR_INTERNET_DISCONNECTED', 'this machine is offline'],
    ['net::ERR_NETWORK_CHANGED', 'the network of this machine changed meanwhile'],
    ['net::ERR_PROXY_CONNECTION_FAILED', 'the proxy between this browser and trk.example does not let it through'],
    ['net::ERR_TUNNEL_CONNECTION_FAILED', 'the proxy between this browser and trk.example does not let it through'],
    ['NS_ERROR_PROXY_CONNECTION_REFUSED', 'the proxy between this browser and trk.example does not let it through'],
    ['NS_ERROR_UNKNOWN_PROXY_HOST', 'the proxy between this browser and trk.example does not let it through'],
    ['net::ERR_INVALID_REDIRECT', 'trk.example answered with a redirect that no browser follows'],
    ['net::ERR_UNSAFE_REDIRECT', 'trk.example answered with a redirect that no browser follows'],
    ['net::ERR_RESPONSE_HEADERS_MULTIPLE_LOCATION', 'trk.example answered with a redirect that no browser follows'],
    ['net::ERR_CONTENT_LENGTH_MISMATCH', 'the answer of trk.example was cut short'],
    ['net::ERR_CONTENT_DECODING_FAILED', 'the answer of trk.example could not be read'],
    ['net::ERR_INVALID_HTTP_RESPONSE', 'the answer of trk.example could not be read'],
    ['net::ERR_RESPONSE_HEADERS_TOO_BIG', 'the answer of trk.example could not be read'],
    ['net::ERR_UNSAFE_PORT', 'browsers refuse the port of trk.example'],
    ['NS_ERROR_NET_PARTIAL_TRANSFER', 'the answer of trk.example was cut short'],
    ['NS_ERROR_CORRUPTED_CONTENT', 'the answer of trk.example could not be read'],
    ['NS_ERROR_NET_INTERRUPT', 'trk.example broke the connection off'],
    ['Error code 2152398920', 'the proxy between this browser and trk.example does not let it through'],
    ['Error code 2152398924', 'the answer of trk.example was cut short'],
    ['Error code 2152398875', 'the answer of trk.example could not be read'],
    ['Error code 2152398877', 'the answer of trk.example could not be read'],
    ['Error code 2153390067', 'no secure connection to trk.example'],
    ['Der Aussteller ist unbekannt. Error code 2153390067', 'no secure connection to trk.example'],
    ['Error code 2152398867', 'browsers refuse the port of trk.example'],
    ['net::ERR_SOMETHING_NEW', 'the request to trk.example failed'],
  ])('%s', (error, words) => expect(explainError(error, 'trk.example').words).toBe(words))

  it('of a proxy does not send anybody to look for a fault of the host', () => {
    const { fix } = explainError('net::ERR_PROXY_CONNECTION_FAILED', 'trk.example')
    expect(fix).toContain('the proxy or VPN of this browser')
    expect(fix).not.toMatch(/DNS|certificate|server/)
  })
})
