import { describe, expect, it } from 'vitest'
import { MAX_HEADER_LENGTH, MAX_HEADERS } from '../../lib/recording/limits.ts'
import { requestRedirected, responseStarted } from '../../lib/recording/normalize.ts'
import { tellingHeaders } from '../../lib/recording/telling-headers.ts'

const header = (name: string, value: string) => ({ name, value })

describe('of an answer’s headers', () => {
  it('those are kept that tell what software gave it, their names in lower case', () =>
    expect(
      tellingHeaders([
        header('Date', 'Sat, 21 Nov 2026 09:00:00 GMT'),
        header('Server', 'nginx/1.26.0'),
        header('Location', 'https://lp.example/'),
        header('X-Redirect-By', 'WordPress'),
        header('Set-Cookie', 'session=secret'),
        header('X-Internal-User', 'anna'),
      ]),
    ).toEqual([header('server', 'nginx/1.26.0'), header('x-redirect-by', 'WordPress')]))

  it('a name counts once, and an empty value not at all', () =>
    expect(tellingHeaders([header('via', ''), header('Via', '1.1 varnish'), header('via', '2 other')])).toEqual([
      header('via', '1.1 varnish'),
    ]))

  it('no server can fill the store', () => {
    const many = [
      'server',
      'via',
      'x-powered-by',
      'powered-by',
      'x-generator',
      'x-cache',
      'cf-ray',
      'engine',
      'x-shopid',
    ]
    const told = tellingHeaders(many.map((name) => header(name, 'x'.repeat(100_000))))
    expect(told).toHaveLength(MAX_HEADERS)
    expect(told[0]?.value).toHaveLength(MAX_HEADER_LENGTH)
  })

  it('there may be none', () => {
    expect(tellingHeaders(undefined)).toEqual([])
    expect(tellingHeaders([{ name: 'server', value: undefined }])).toEqual([])
  })
})

describe('telling headers are recorded', () => {
  const details = (statusCode: number) => ({
    tabId: 1,
    timeStamp: 1,
    requestId: '1',
    method: 'GET',
    url: 'https://trk.example/',
    statusCode,
    responseHeaders: [header('Server', 'nginx')],
  })

  it('of a redirect', () =>
    expect(requestRedirected({ ...details(302), redirectUrl: 'https://lp.example/' })).toMatchObject({
      headers: [header('server', 'nginx')],
    }))

  it('of an error', () => expect(responseStarted(details(503))).toMatchObject({ headers: [header('server', 'nginx')] }))

  it('of no page', () => expect(responseStarted(details(200))).not.toHaveProperty('headers'))
})
