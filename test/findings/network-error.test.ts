import { describe, expect, it } from 'vitest'
import { explainError } from '../../lib/findings/network-error.ts'

/* Errors as the browsers name them, provoked in real ones, all but a changing network and an interruption. */
describe('a network error in words', () => {
  it.each([
    ['net::ERR_NAME_NOT_RESOLVED', 'trk.example was not found in DNS'],
    ['net::ERR_CONNECTION_RESET', 'trk.example broke the connection off'],
    ['net::ERR_EMPTY_RESPONSE', 'trk.example broke the connection off'],
    ['net::ERR_INTERNET_DISCONNECTED', 'this machine is offline, or its network changed'],
    ['net::ERR_NETWORK_CHANGED', 'this machine is offline, or its network changed'],
    ['net::ERR_PROXY_CONNECTION_FAILED', 'the proxy between this browser and trk.example does not let it through'],
    ['net::ERR_TUNNEL_CONNECTION_FAILED', 'the proxy between this browser and trk.example does not let it through'],
    ['NS_ERROR_PROXY_CONNECTION_REFUSED', 'the proxy between this browser and trk.example does not let it through'],
    ['NS_ERROR_UNKNOWN_PROXY_HOST', 'the proxy between this browser and trk.example does not let it through'],
    ['net::ERR_INVALID_REDIRECT', 'trk.example answered with a redirect that no browser follows'],
    ['net::ERR_UNSAFE_REDIRECT', 'trk.example answered with a redirect that no browser follows'],
    ['net::ERR_RESPONSE_HEADERS_MULTIPLE_LOCATION', 'trk.example answered with a redirect that no browser follows'],
    ['net::ERR_CONTENT_LENGTH_MISMATCH', 'trk.example gave a broken answer'],
    ['net::ERR_CONTENT_DECODING_FAILED', 'trk.example gave a broken answer'],
    ['net::ERR_INVALID_HTTP_RESPONSE', 'trk.example gave a broken answer'],
    ['net::ERR_RESPONSE_HEADERS_TOO_BIG', 'trk.example gave a broken answer'],
    ['NS_ERROR_NET_PARTIAL_TRANSFER', 'trk.example gave a broken answer'],
    ['NS_ERROR_CORRUPTED_CONTENT', 'trk.example gave a broken answer'],
    ['NS_ERROR_NET_INTERRUPT', 'trk.example broke the connection off'],
    ['Error code 2152398920', 'the proxy between this browser and trk.example does not let it through'],
    ['Error code 2152398924', 'trk.example gave a broken answer'],
    ['Error code 2152398875', 'trk.example gave a broken answer'],
    ['Error code 2152398877', 'trk.example gave a broken answer'],
    ['Error code 2153390067', 'no secure connection to trk.example'],
    ['Der Aussteller ist unbekannt. Error code 2153390067', 'no secure connection to trk.example'],
    ['net::ERR_SOMETHING_NEW', 'the request to trk.example failed'],
  ])('%s', (error, words) => expect(explainError(error, 'trk.example').words).toBe(words))

  it('of a proxy does not send anybody to look for a fault of the host', () => {
    const { fix } = explainError('net::ERR_PROXY_CONNECTION_FAILED', 'trk.example')
    expect(fix).toContain('the proxy or VPN of this browser')
    expect(fix).not.toMatch(/DNS|certificate|server/)
  })
})
