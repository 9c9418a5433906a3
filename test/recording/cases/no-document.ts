import type { FixtureHop } from '../fixture.ts'
import { type Case, CLICK_MS, clickOn, END, hop, ID, LP, open, typed } from './case.ts'

/** @param says what its error is told as, whatever the browser calls it */
const failed = (page: string, cause: FixtureHop['cause'], says: string) => hop(page, cause, null, { fails: true, says })

const BROKEN_OFF = 'ads.localhost broke the connection off'
const BLOCKED = 'the request to blocked.localhost was blocked in this browser'

/** What brings no document. */
export const NO_DOCUMENT: readonly Case[] = [
  {
    id: 'superseded',
    pages: { ...END, 'ads.localhost/page': 'hangs' },
    walk: async ({ tab, url, asked }) => {
      const first = tab.goto(url(`ads.localhost/page?${ID}`))
      await asked('ads.localhost/page')
      await tab.goto(url(`lp.localhost/end?${ID}`))
      await first
    },
    expected: { paths: [[hop('lp.localhost/end', 'typed')]] },
  },
  {
    id: 'no-content',
    pages: {
      'ads.localhost/page': { html: '<a id=go href="/nothing">go</a>' },
      'ads.localhost/nothing': { status: 204 },
    },
    walk: clickOn('#go'),
    expected: { paths: [[typed, hop('ads.localhost/nothing', 'link', 204)]] },
  },
  {
    id: 'no-content-typed',
    pages: { 'ads.localhost/nothing': { status: 204 } },
    walk: open(`ads.localhost/nothing?${ID}`),
    expected: { paths: [[hop('ads.localhost/nothing', 'typed', 204)]] },
  },
  {
    id: 'download',
    pages: {
      'ads.localhost/page': { html: '<a id=go href="/file">go</a>' },
      'ads.localhost/file': {
        headers: { 'content-type': 'application/octet-stream', 'content-disposition': 'attachment; filename=x.bin' },
      },
    },
    walk: clickOn('#go'),
    expected: { paths: [[typed, hop('ads.localhost/file', 'link', 200)]] },
  },
  {
    id: 'link-after-no-content',
    pages: {
      ...END,
      'ads.localhost/page': { html: `<a id=go href="/nothing">1</a> <a id=then href="${LP}">2</a>` },
      'ads.localhost/nothing': { status: 204 },
    },
    walk: async (way) => {
      await clickOn('#go')(way)
      await way.rest()
      await way.tab.click('#then', CLICK_MS)
    },
    // Two ways on from one page: two paths that share their beginning.
    expected: {
      paths: [
        [typed, hop('ads.localhost/nothing', 'link', 204)],
        [typed, hop('lp.localhost/end', 'link')],
      ],
    },
  },
  {
    id: 'refused-at-once',
    pages: {},
    walk: async ({ tab, url, close }) => {
      await close()
      await tab.goto(url(`down.localhost/page?${ID}`))
    },
    expected: { paths: [[failed('down.localhost/page', 'typed', 'down.localhost refused the connection')]] },
  },
  {
    id: 'host-not-found',
    pages: {},
    walk: open(`nowhere.invalid/page?${ID}`),
    expected: { paths: [[failed('nowhere.invalid/page', 'typed', 'nowhere.invalid was not found in DNS')]] },
  },
  {
    id: 'certificate-not-trusted',
    pages: { ...END, 'ads.localhost/page': { status: 302, headers: { location: LP.replace('http:', 'https:') } } },
    walk: open(`ads.localhost/page?${ID}`),
    expected: {
      paths: [
        [
          hop('ads.localhost/page', 'typed', 302),
          failed('lp.localhost/end', 'http-redirect', 'no secure connection to lp.localhost'),
        ],
      ],
    },
  },
  {
    id: 'connection-breaks',
    pages: { 'ads.localhost/page': 'breaks' },
    walk: open(`ads.localhost/page?${ID}`),
    expected: { paths: [[failed('ads.localhost/page', 'typed', BROKEN_OFF)]] },
  },
  {
    id: 'cannot-be-unpacked',
    pages: {
      'ads.localhost/page': { status: 302, headers: { location: LP } },
      'lp.localhost/end': { headers: { 'content-encoding': 'gzip' }, text: 'this was never packed' },
    },
    walk: open(`ads.localhost/page?${ID}`),
    expected: {
      paths: [
        [hop('ads.localhost/page', 'typed', 302), hop('lp.localhost/end', 'http-redirect', 200, { fails: true })],
      ],
    },
    only: 'firefox',
  },
  {
    id: 'hangs-until-the-server-closes',
    pages: { 'ads.localhost/page': 'hangs' },
    walk: async ({ tab, url, asked, close }) => {
      const gone = tab.goto(url(`ads.localhost/page?${ID}`))
      await asked('ads.localhost/page')
      await close()
      await gone
    },
    // Firefox asks again, and is refused.
    expected: { paths: [[hop('ads.localhost/page', 'typed', null, { fails: true })]] },
  },
  {
    id: 'hangs-until-stopped',
    pages: {
      'ads.localhost/page': { html: '<a id=go href="/hangs" onclick="setTimeout(() => stop(), 500)">go</a>' },
      'ads.localhost/hangs': 'hangs',
    },
    walk: clickOn('#go'),
    expected: { paths: [[typed, hop('ads.localhost/hangs', 'link', null, { fails: true })]] },
  },
  ...(['link', 'redirect'] as const).map(
    (how): Case => ({
      id: `blocked-${how}`,
      surroundings: 'another-extension',
      pages: {
        'ads.localhost/page':
          how === 'link'
            ? { html: `<a id=go href="http://blocked.localhost:PORT/page?${ID}">go</a>` }
            : { status: 302, headers: { location: `http://blocked.localhost:PORT/page?${ID}` } },
      },
      walk: how === 'link' ? clickOn('#go') : open(`ads.localhost/page?${ID}`),
      expected: {
        paths: [
          [
            how === 'link' ? typed : hop('ads.localhost/page', 'typed', 302),
            {
              ...failed('blocked.localhost/page', how === 'link' ? 'link' : 'http-redirect', BLOCKED),
              blocked: true,
            },
          ],
        ],
      },
    }),
  ),
]
