import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { transportFailure } from '../../lib/postback/transport.ts'

const kindOf = (error: string | null) => transportFailure(error, { timedOut: false }).kind

describe('Chromium’s words, as measured:', () => {
  test.each([
    ['net::ERR_NAME_NOT_RESOLVED', 'host-not-found'],
    ['net::ERR_CONNECTION_REFUSED', 'connection-refused'],
    ['net::ERR_CERT_AUTHORITY_INVALID', 'tls'],
    ['net::ERR_SSL_PROTOCOL_ERROR', 'tls'],
    ['net::ERR_CONNECTION_RESET', 'interrupted'],
    ['net::ERR_EMPTY_RESPONSE', 'interrupted'],
    ['net::ERR_INVALID_HTTP_RESPONSE', 'network'],
    ['net::ERR_TOO_MANY_REDIRECTS', 'network'],
    ['net::ERR_UNSAFE_PORT', 'network'],
  ])('%s is %s', (error, kind) => {
    expect(kindOf(error)).toBe(kind)
  })
})

describe('Chromium’s words, by its list of errors:', () => {
  test.each([
    ['net::ERR_CERT_DATE_INVALID', 'tls'],
    ['net::ERR_CERT_COMMON_NAME_INVALID', 'tls'],
    ['net::ERR_CONNECTION_TIMED_OUT', 'timeout'],
    ['net::ERR_TIMED_OUT', 'timeout'],
    ['net::ERR_INTERNET_DISCONNECTED', 'network'],
    ['net::ERR_BLOCKED_BY_CLIENT', 'network'],
    ['net::ERR_ADDRESS_UNREACHABLE', 'network'],
    ['net::ERR_PROXY_CONNECTION_FAILED', 'network'],
    ['net::ERR_TUNNEL_CONNECTION_FAILED', 'network'],
    ['net::ERR_INCOMPLETE_CHUNKED_ENCODING', 'interrupted'],
    ['net::ERR_CONTENT_LENGTH_MISMATCH', 'interrupted'],
    ['net::ERR_HTTP2_PROTOCOL_ERROR', 'interrupted'],
    ['net::ERR_ABORTED', 'interrupted'],
    ['net::ERR_DNS_TIMED_OUT', 'host-not-found'],
  ])('%s is %s', (error, kind) => {
    expect(kindOf(error)).toBe(kind)
  })
})

describe('Firefox’s words, as measured:', () => {
  test.each([
    ['NS_ERROR_UNKNOWN_HOST', 'host-not-found'],
    ['NS_ERROR_CONNECTION_REFUSED', 'connection-refused'],
    ['The certificate is not trusted because it is self-signed.', 'tls'],
    ['SSL received a record that exceeded the maximum permissible length.', 'tls'],
    ['NS_ERROR_NET_RESET', 'interrupted'],
    ['NS_ERROR_REDIRECT_LOOP', 'network'],
  ])('%s is %s', (error, kind) => {
    expect(kindOf(error)).toBe(kind)
  })
})

describe('Firefox’s words, by its lists of errors:', () => {
  test.each([
    ['Error code 2152398878', 'host-not-found'],
    ['Error code 2152398861', 'connection-refused'],
    ['Error code 2152398862', 'timeout'],
    ['Error code 2152398868', 'interrupted'],
    ['Error code 2152398919', 'interrupted'],
    ['Error code 2152398864', 'network'],
    ['Error code 2152398920', 'network'],
    ['Error code 2153390067', 'tls'],
    ['NS_ERROR_NET_TIMEOUT', 'timeout'],
    ['NS_ERROR_PROXY_CONNECTION_REFUSED', 'network'],
    ['SEC_ERROR_UNKNOWN_ISSUER', 'tls'],
    ['SSL_ERROR_BAD_CERT_DOMAIN', 'tls'],
    ['MOZILLA_PKIX_ERROR_SELF_SIGNED_CERT', 'tls'],
    ['Peer’s Certificate issuer is not recognized.', 'tls'],
    ['Peer reports incompatible or unsupported protocol version.', 'tls'],
  ])('%s is %s', (error, kind) => {
    expect(kindOf(error)).toBe(kind)
  })
})

test('the message holds plain words and the browser’s own', () => {
  expect(transportFailure('net::ERR_CERT_DATE_INVALID', { timedOut: false }).message).toBe(
    'The certificate of the host is expired, or not valid yet (net::ERR_CERT_DATE_INVALID)',
  )
})

test('a number of Firefox’s is given its name', () => {
  expect(transportFailure('Error code 2152398878', { timedOut: false }).message).toContain('NS_ERROR_UNKNOWN_HOST')
})

test('our own time limit is a timeout, whatever the browser calls it', () => {
  expect(transportFailure('net::ERR_ABORTED', { timedOut: true }).kind).toBe('timeout')
})

test.each([null, 'something new'])('%s is a network failure, not a guess', (error) => {
  expect(kindOf(error)).toBe('network')
})

test('no text makes it throw, or grow', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 2_000 }), (error) => {
      expect(transportFailure(error, { timedOut: false }).message.length).toBeLessThan(400)
    }),
  )
})
