import { type Answer, htmlAnswer, jsonAnswer, redirectAnswer, textAnswer } from './answer.ts'
import type { Context } from './context.ts'

const ERROR_PAGE = '<!doctype html><title>500</title><h1>Internal Server Error</h1><p>The tracker stumbled.</p>'

const LOGIN_PAGE = `<!doctype html><title>Sign in</title><h1>Sign in to your account</h1>
<form><label>E-mail <input type="email"></label><label>Password <input type="password"></label><button>Sign in</button></form>
<p>${'Your session has ended. Please sign in again to go on where you were. '.repeat(8)}</p>`

/** The smallest transparent GIF, as conversion pixels answer it. */
const PIXEL = Uint8Array.from(
  atob('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'),
  (char) => char.codePointAt(0) ?? 0,
)

/** Refuses everything after `accepted` in bytes that are no UTF-8. */
const BROKEN_UTF8 = Uint8Array.of(
  0xff,
  0xfe,
  ...new TextEncoder().encode('click id not found '),
  0xc3,
  0x28,
  0xe2,
  0x82,
)

const MARKUP = '<script>document.title = "run"</script><img src=x onerror="document.title=1"> status: error'

const query = (raw: string) => (raw === '' ? '' : `?${raw}`)

/** Every way in which a receiver can fail or puzzle a caller, by path. */
export const TROUBLES: Readonly<Record<string, (raw: string, context: Context) => Answer>> = {
  '/hang': () => ({ fate: 'hang' }),
  '/reset': () => ({ fate: 'reset' }),
  '/500': () => htmlAnswer(ERROR_PAGE, 500),
  '/200-error': () => jsonAnswer({ status: 'error', message: 'Invalid click ID: conversion not recorded' }),
  '/204': () => ({ status: 204 }),
  '/pixel': () => ({ status: 200, headers: { 'content-type': 'image/gif' }, body: PIXEL }),
  '/xml': () => ({
    status: 200,
    headers: { 'content-type': 'application/xml' },
    body: '<?xml version="1.0"?><response><status>error</status><message>Click not found</message></response>',
  }),
  '/big': () => textAnswer('0123456789abcdef'.repeat(200 * 64)),
  '/5mb': () => textAnswer('x'.repeat(5_000_000)),
  '/wrong-type': () => ({
    status: 200,
    headers: { 'content-type': 'image/png' },
    body: '{"status":"error","message":"Click not found"}',
  }),
  '/bad-utf8': () => ({ status: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: BROKEN_UTF8 }),
  '/markup': () => ({
    status: 200,
    headers: { 'content-type': 'text/plain', 'x-note': '<img src=x onerror=alert(1)>' },
    body: MARKUP,
  }),
  '/to-login': () => redirectAnswer('/login'),
  '/login': () => htmlAnswer(LOGIN_PAGE),
  '/cookie': () => ({ status: 200, headers: { 'set-cookie': 'receiver=seen; Path=/' }, body: 'OK' }),
  '/redirect': (raw) => redirectAnswer(`/postback${query(raw)}`),
  '/redirect-loop': (raw) => redirectAnswer(`/redirect-loop${query(raw)}`),
  // Fails the first time it is asked for this query, and answers the second time.
  '/flaky': (raw, { asked }) => {
    const times = (asked.get(raw) ?? 0) + 1
    asked.set(raw, times)
    return times === 1 ? textAnswer('Service Unavailable', 503) : textAnswer('OK')
  },
}
