import { describe, expect, test } from 'vitest'
import * as normalize from '../../lib/recording/normalize.ts'

const REQUEST = { tabId: 7, timeStamp: 12.5, requestId: '42', url: 'https://trk.example/?clickid=1', method: 'GET' }
const ANSWER = { ...REQUEST, statusCode: 302, statusLine: 'HTTP/1.1 302 Found', ip: '192.0.2.1', fromCache: false }
const NAVIGATION = { tabId: 7, frameId: 0, timeStamp: 12.5, url: 'https://trk.example/?clickid=1' }
// Chrome's times have fractions.
const FACT = { tabId: 7, time: 13, url: 'https://trk.example/?clickid=1' }

describe('a request', () => {
  test('says who asked for what, where and when', () => {
    expect(normalize.requestSent(REQUEST)).toEqual({ type: 'request-sent', ...FACT, requestId: '42', method: 'GET' })
  })

  test.each([
    ['Chrome', { initiator: 'https://lp.example' }, 'https://lp.example'],
    ['Firefox', { originUrl: 'https://lp.example/page?clickid=1' }, 'https://lp.example'],
    ['a sandboxed frame', { initiator: 'null' }, 'null'],
  ])('names the origin of the page that began it: %s', (_, details, initiator) => {
    expect(normalize.requestSent({ ...REQUEST, ...details })).toMatchObject({ initiator })
  })

  test.each(['chrome://newtab/', 'moz-extension://abc/', 'about:blank', 'devtools://devtools'])(
    'begun by %s was begun by the browser',
    (initiator) => {
      expect(normalize.requestSent({ ...REQUEST, initiator })).not.toHaveProperty('initiator')
    },
  )

  test.each([
    ['https://user:secret@trk.example/?clickid=1', 'https://trk.example/?clickid=1'],
    ['http://user@trk.example:8080/', 'http://trk.example:8080/'],
    ['https://trk.example/@user?mail=a@b.example', 'https://trk.example/@user?mail=a@b.example'],
    ['https://trk.example?mail=a@b.example', 'https://trk.example?mail=a@b.example'],
  ])('keeps no name and password that stand in a URL: %s', (url, kept) => {
    expect(normalize.requestSent({ ...REQUEST, url })).toMatchObject({ url: kept })
  })

  test('begun by a link with name and password in it shows the link without', () => {
    const report = { type: 'page-navigates', time: 1, how: 'link', userInitiated: true } as const
    const link = (login: string) => `<a href="https://${login}trk.example/?mail=a@b.example">go</a>`
    const url = 'https://user:secret@trk.example/'
    expect(normalize.pageReport({ ...report, url, element: link('user:secret@') }, 7)).toMatchObject({
      url: 'https://trk.example/',
      element: link(''),
    })
  })

  test('with a form’s fields says them urlencoded, in their order', () => {
    const formData = { 'a b': ['1&2', 'é'], s1: ['x=y'] }
    expect(normalize.requestSent({ ...REQUEST, method: 'POST', requestBody: { formData } })).toMatchObject({
      body: 'a%20b=1%262&a%20b=%C3%A9&s1=x%3Dy',
    })
  })

  test.each([
    ['none', undefined],
    ['null', null],
    ['raw bytes', {}],
    ['no field', { formData: {} }],
    ['a file', { formData: { file: [new ArrayBuffer(4)] } }],
  ])('with %s for a body has none', (_, requestBody) => {
    expect(normalize.requestSent({ ...REQUEST, requestBody })).not.toHaveProperty('body')
  })

  test('with half a character in a field does not throw', () => {
    const formData = { '\ud800': ['\udc00'] }
    expect(normalize.requestSent({ ...REQUEST, requestBody: { formData } })).toMatchObject({
      body: '%EF%BF%BD=%EF%BF%BD',
    })
  })
})

describe('a redirect', () => {
  const redirected = (more: object) =>
    normalize.requestRedirected({ ...ANSWER, redirectUrl: 'https://lp.example/', ...more })

  test('says where it leads and by what status', () => {
    expect(redirected({})).toEqual({
      type: 'request-redirected',
      ...FACT,
      requestId: '42',
      to: 'https://lp.example/',
      status: 302,
      fromCache: false,
      ip: '192.0.2.1',
    })
  })

  test('of a server that uses the browser’s words is a server’s', () => {
    const responseHeaders = [{ name: 'Non-Authoritative-Reason', value: 'HSTS' }]
    expect(redirected({ statusLine: 'HTTP/1.1 307 Internal Redirect', responseHeaders })).not.toHaveProperty(
      'internalReason',
    )
  })

  test('that the browser made up says why', () => {
    const responseHeaders = [{ name: 'non-authoritative-reason', value: 'HSTS' }]
    const made = { statusCode: 307, statusLine: 'HTTP/1.1 307 Internal Redirect', ip: undefined, responseHeaders }
    expect(redirected(made)).toMatchObject({ internalReason: 'HSTS' })
  })

  test('that the browser made up without a reason is still known', () => {
    const made = { statusCode: 307, statusLine: 'HTTP/1.1 307 Internal Redirect', ip: undefined }
    expect(redirected(made)).toMatchObject({ internalReason: '' })
  })

  test('whose parameters Firefox took out says where the server sent it', () => {
    const responseHeaders = [{ name: 'Location', value: 'https://lp.example/?fbclid=1&a=2' }]
    expect(redirected({ redirectUrl: 'https://lp.example/?a=2', responseHeaders })).toMatchObject({
      to: 'https://lp.example/?fbclid=1&a=2',
    })
  })

  test.each([
    ['another place than it leads to', 'https://elsewhere.example/?fbclid=1'],
    ['nonsense', 'http://[::1'],
    ['the same in other letters', 'https://LP.example'],
  ])('whose Location says %s leads where the browser goes', (_, value) => {
    expect(redirected({ responseHeaders: [{ name: 'Location', value }] })).toMatchObject({ to: 'https://lp.example/' })
  })
})

describe('an answer', () => {
  const answered = (responseHeaders: { name: string; value?: string }[]) =>
    normalize.responseStarted({ ...ANSWER, statusCode: 200, responseHeaders })

  test('names its cookies, also where Firefox joins them by line breaks', () => {
    expect(
      answered([
        { name: 'Set-Cookie', value: 'a=1; Path=/\nb=2' },
        { name: 'set-cookie', value: 'c=3' },
      ]),
    ).toMatchObject({
      setCookies: [
        { name: 'a', value: '1' },
        { name: 'b', value: '2' },
        { name: 'c', value: '3' },
      ],
    })
  })

  test('names its Refresh header', () => {
    expect(answered([{ name: 'REFRESH', value: '0;url=/x' }])).toMatchObject({ refresh: '0;url=/x' })
  })

  test('with headers of bytes that are no text does not throw', () => {
    expect(answered([{ name: 'Set-Cookie' }, { name: 'Refresh' }])).toMatchObject({ status: 200 })
  })

  test('without headers does not throw', () => {
    expect(normalize.responseStarted({ ...ANSWER, ip: null })).toMatchObject({ type: 'response-started' })
  })
})

describe('a navigation', () => {
  test('that begins', () => {
    expect(normalize.navigationBegun(NAVIGATION)).toEqual({ type: 'navigation-begun', ...FACT })
  })

  test('that is there', () => {
    const details = { ...NAVIGATION, transitionType: 'link', transitionQualifiers: ['server_redirect'] }
    expect(normalize.navigationCommitted(details)).toEqual({
      type: 'navigation-committed',
      ...FACT,
      transition: 'link',
      qualifiers: ['server_redirect'],
    })
  })

  test('of a browser that tells no transition', () => {
    expect(normalize.navigationCommitted(NAVIGATION)).toMatchObject({ transition: '', qualifiers: [] })
  })

  test('that failed', () => {
    expect(normalize.navigationFailed({ ...NAVIGATION, error: 'net::ERR_ABORTED' })).toMatchObject({
      error: 'net::ERR_ABORTED',
    })
  })

  test('into a new tab', () => {
    const details = { tabId: 8, sourceTabId: 7, timeStamp: 12.5, url: FACT.url }
    expect(normalize.tabOpened(details)).toEqual({ type: 'tab-opened', ...FACT, tabId: 8, sourceTabId: 7 })
  })
})

describe('what the browser shows by itself is no part of a path:', () => {
  test.each([
    'about:blank',
    'chrome://newtab/',
    'chrome-error://chromewebdata/',
    'chrome-extension://abc/popup.html',
    'moz-extension://abc/popup.html',
    'devtools://devtools/bundled/x.html',
    'data:text/html,x',
    'blob:https://lp.example/1',
    'javascript:void 0',
    'VIEW-SOURCE:https://lp.example/',
  ])('%s', (url) => {
    expect(normalize.isTraceable(url)).toBe(false)
  })

  test.each([
    'https://lp.example/',
    'http://chrome.example/',
    'intent://x#Intent;end',
    'myapp://open',
    'file:///x.html',
  ])('but %s is', (url) => {
    expect(normalize.isTraceable(url)).toBe(true)
  })
})
