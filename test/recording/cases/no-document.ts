import { type Case, clickOn, END, hop, ID, LP, open, typed } from './case.ts'

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
      await way.tab.click('#then', 5_000)
    },
    // Two ways on from one page: two paths that share their beginning.
    expected: {
      paths: [
        [typed, hop('ads.localhost/nothing', 'link', 204)],
        [typed, hop('lp.localhost/end', 'link')],
      ],
    },
  },
  // No program on the machine knows the scheme: Chromium keeps that to itself, Firefox says so.
  ...([['chromium', {}] as const, ['firefox', { fails: true }] as const] as const).map(
    ([only, more]): Case => ({
      id: 'another-program',
      only,
      pages: { 'ads.localhost/page': { html: `<a id=go href="demoapp://open/offer?${ID}">go</a>` } },
      walk: clickOn('#go'),
      expected: { paths: [[typed, hop('open/offer', 'link', null, more)]] },
    }),
  ),
  {
    id: 'refused-at-once',
    pages: {},
    walk: async ({ tab, url, close }) => {
      await close()
      await tab.goto(url(`down.localhost/page?${ID}`))
    },
    expected: { paths: [[hop('down.localhost/page', 'typed', null, { fails: true })]] },
  },
  {
    id: 'host-not-found',
    pages: {},
    walk: open(`nowhere.invalid/page?${ID}`),
    expected: { paths: [[hop('nowhere.invalid/page', 'typed', null, { fails: true })]] },
  },
]
