import type { BrowserName, Tab } from '../../cli/browsers/session.ts'
import type { CasePage } from './case-server.ts'
import type { FixtureExpectation, FixtureHop } from './fixture.ts'

/** A walk that the demo funnel does not have: what a browser does beside a funnel, and what people and pages get up to. */
export interface Case {
  id: string
  /** Host and path → answer; `PORT` stands for the server's port. */
  pages: Record<string, CasePage>
  /** Each step begins when the one before has come to rest, unless it says `meanwhile`. */
  walk(way: CaseWay): Promise<void>
  expected: FixtureExpectation
  /** The browsers it is about; both when absent. */
  only?: BrowserName
  /** Settings of Firefox that it needs. */
  preferences?: Record<string, boolean | string>
}

export interface CaseWay {
  tab: Tab
  /** Absolute URL of a page of the case, given as `ads.localhost/page?x=1`. */
  url(page: string): string
  asked(page: string): Promise<void>
  /** Ends the server: its port refuses every connection. */
  close(): Promise<void>
  /** Resolves when the browser has had nothing more to say for a while. */
  rest(): Promise<void>
}

const ID = 'fbclid=IwAR0demoClickIdOfNobody123'
const LP = `http://lp.localhost:PORT/end?${ID}`
const FRESH = { 'cache-control': 'no-store' }
const END = { 'lp.localhost/end': { html: 'the end', headers: FRESH } }

const hop = (
  page: string,
  cause: FixtureHop['cause'],
  status: number | null = 200,
  more: Partial<FixtureHop> = {},
): FixtureHop => {
  const cut = page.indexOf('/')
  return { host: page.slice(0, cut), path: page.slice(cut), cause, status, ...more }
}

const typed = hop('ads.localhost/page', 'typed')

/** Opens a page that carries an identifier, and clicks what is on it. */
const clickOn =
  (selector: string, query = ID): Case['walk'] =>
  async ({ tab, url, rest }) => {
    await tab.goto(url(`ads.localhost/page?${query}`))
    await rest()
    await tab.click(selector, 5_000)
  }

const open =
  (...pages: string[]): Case['walk'] =>
  async ({ tab, url, rest }) => {
    for (const page of pages) {
      await tab.goto(url(page))
      await rest()
    }
  }

const button = (script: string) => `<button id=go onclick="${script}">go</button>`

export const CASES: readonly Case[] = [
  {
    id: 'typed-twice',
    pages: { ...END, 'ads.localhost/page': {} },
    walk: open(`ads.localhost/page?${ID}`, `lp.localhost/end?${ID}`),
    expected: { paths: [[typed], [hop('lp.localhost/end', 'typed')]] },
  },
  {
    id: 'link-without-identifier',
    pages: { ...END, 'ads.localhost/page': { html: `<a id=go href="http://lp.localhost:PORT/end">go</a>` } },
    walk: clickOn('#go', 'q=1'),
    expected: { paths: [[typed], [hop('lp.localhost/end', 'link')]] },
  },
  {
    id: 'script-clicks-link-without-identifier',
    pages: {
      ...END,
      'ads.localhost/page': {
        html: `<a href="http://lp.localhost:PORT/end">a</a><script>setTimeout(() => document.links[0].click(), 200)</script>`,
      },
    },
    walk: open('ads.localhost/page?q=1'),
    expected: { paths: [[typed, hop('lp.localhost/end', 'link')]] },
  },
  {
    id: 'form-submits-itself-without-identifier',
    pages: {
      'ads.localhost/page': {
        html: `<form method=post action="http://lp.localhost:PORT/end"></form><script>setTimeout(() => document.forms[0].submit(), 200)</script>`,
      },
      ...END,
    },
    walk: open('ads.localhost/page?q=1'),
    expected: { paths: [[typed, hop('lp.localhost/end', 'form', 200, { method: 'POST' })]] },
  },
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
    id: 'pop-under',
    pages: {
      ...END,
      'ads.localhost/page': {
        html: button(`window.open('${LP}'); location.href = 'http://net.localhost:PORT/ad?${ID}'`),
      },
      'net.localhost/ad': {},
    },
    walk: clickOn('#go'),
    expected: {
      paths: [
        [typed, hop('lp.localhost/end', 'script', 200, { newTab: true })],
        [typed, hop('net.localhost/ad', 'script')],
      ],
    },
  },
  {
    id: 'blank-tab-then-location',
    pages: {
      ...END,
      'ads.localhost/page': { html: button(`const w = window.open('about:blank'); w.location = '${LP}'`) },
    },
    walk: clickOn('#go'),
    expected: { paths: [[typed, hop('lp.localhost/end', 'script', 200, { newTab: true })]] },
  },
  {
    id: 'form-in-new-tab',
    pages: {
      ...END,
      'ads.localhost/page': {
        html: `<form target=_blank action="http://lp.localhost:PORT/end"><input type=hidden name=clickid value=abcdef123456><button id=go>go</button></form>`,
      },
    },
    walk: clickOn('#go'),
    expected: { paths: [[typed, hop('lp.localhost/end', 'form', 200, { newTab: true })]] },
  },
  {
    id: 'form-with-password',
    pages: {
      ...END,
      'ads.localhost/page': {
        html: `<form method=post action="http://lp.localhost:PORT/end"><input name=email value="a@b.example"><input type=hidden name=clickid value=abcdef123456><input type=password name=password value=hunter2><button id=go>go</button></form>`,
      },
    },
    walk: clickOn('#go'),
    expected: {
      paths: [[typed, hop('lp.localhost/end', 'form', 200, { method: 'POST', body: 'clickid=abcdef123456' })]],
    },
  },
  ...(
    [
      ['link-to-top', `<a id=go target=_top href="${LP}">go</a>`, 'link', false],
      ['link-to-new-tab', `<a id=go target=_blank href="${LP}">go</a>`, 'link', true],
      ['script-moves-top', button(`top.location = '${LP}'`), 'script', false],
    ] as const
  ).map(
    ([id, html, cause, newTab]): Case => ({
      id: `frame-${id}`,
      pages: {
        ...END,
        'ads.localhost/page': {
          html: `<iframe src="http://net.localhost:PORT/frame" style="position:fixed;inset:0;border:0;width:300px;height:100px"></iframe>`,
        },
        'net.localhost/frame': {
          html: `<style>body{margin:0}#go{display:block;width:300px;height:100px}</style>${html}`,
        },
      },
      walk: clickOn('iframe'),
      expected: { paths: [[typed, hop('lp.localhost/end', cause, 200, newTab ? { newTab } : {})]] },
    }),
  ),
  {
    id: 'cached-redirect',
    pages: {
      ...END,
      'trk.localhost/click': {
        status: 301,
        headers: { location: `http://net.localhost:PORT/go?${ID}`, 'cache-control': 'max-age=600' },
      },
      'net.localhost/go': { status: 302, headers: { location: LP, ...FRESH } },
    },
    walk: open(`trk.localhost/click?${ID}`, `trk.localhost/click?${ID}`),
    expected: {
      paths: [
        [
          hop('trk.localhost/click', 'typed', 301),
          hop('net.localhost/go', 'http-redirect', 302),
          hop('lp.localhost/end', 'http-redirect'),
        ],
        [
          hop('trk.localhost/click', 'typed', 301, { fromCache: true }),
          hop('net.localhost/go', 'http-redirect', 302),
          hop('lp.localhost/end', 'http-redirect'),
        ],
      ],
    },
  },
  {
    id: 'fragment-inherited',
    pages: { ...END, 'trk.localhost/click': { status: 302, headers: { location: LP } } },
    walk: open(`trk.localhost/click?${ID}#${ID}`),
    expected: {
      paths: [
        [
          hop('trk.localhost/click', 'typed', 302, { fragment: `#${ID}` }),
          hop('lp.localhost/end', 'http-redirect', 200, { fragment: `#${ID}` }),
        ],
      ],
    },
  },
  {
    id: 'fragment-in-link',
    pages: { ...END, 'ads.localhost/page': { html: `<a id=go href="${LP}#offer">go</a>` } },
    walk: clickOn('#go'),
    expected: { paths: [[typed, hop('lp.localhost/end', 'link', 200, { fragment: '#offer' })]] },
  },
  {
    id: 'script-reloads',
    pages: {
      'ads.localhost/page': {
        html: `<script>if (!sessionStorage.done) setTimeout(() => { sessionStorage.done = 1; location.reload() }, 200)</script>`,
      },
    },
    walk: open(`ads.localhost/page?${ID}`),
    expected: { paths: [[typed, hop('ads.localhost/page', 'script')]] },
  },
  {
    id: 'back',
    pages: {
      'ads.localhost/page': { html: `<a id=go href="/second?${ID}">go</a>`, headers: FRESH },
      'ads.localhost/second': { html: button('history.back()') },
    },
    walk: async (way) => {
      await clickOn('#go')(way)
      await way.rest()
      await way.tab.click('button', 5_000)
    },
    expected: { paths: [[typed, hop('ads.localhost/second', 'link')], [hop('ads.localhost/page', 'back-forward')]] },
  },
  {
    id: 'script-before-meta-refresh',
    pages: {
      ...END,
      'ads.localhost/page': {
        html: `<meta http-equiv=refresh content="9;url=${LP}"><script>setTimeout(() => location.replace("${LP}"), 200)</script>`,
      },
    },
    walk: open(`ads.localhost/page?${ID}`),
    expected: { paths: [[typed, hop('lp.localhost/end', 'script')]] },
  },
  {
    id: 'script-while-parsing',
    pages: { ...END, 'ads.localhost/page': { html: `<script>location.href = "${LP}"</script>` } },
    walk: open(`ads.localhost/page?${ID}`),
    expected: { paths: [[typed, hop('lp.localhost/end', 'script')]] },
  },
  {
    id: 'script-chain',
    pages: {
      ...END,
      'ads.localhost/page': { html: `<script>location.replace("http://trk.localhost:PORT/a?${ID}")</script>` },
      'trk.localhost/a': { html: `<script>location.replace("http://net.localhost:PORT/b?${ID}")</script>` },
      'net.localhost/b': { status: 302, headers: { location: `http://trk.localhost:PORT/c?${ID}` } },
      'trk.localhost/c': { html: `<script>location.replace("${LP}")</script>` },
    },
    walk: open(`ads.localhost/page?${ID}`),
    expected: {
      paths: [
        [
          typed,
          hop('trk.localhost/a', 'script'),
          hop('net.localhost/b', 'script', 302),
          hop('trk.localhost/c', 'http-redirect'),
          hop('lp.localhost/end', 'script'),
        ],
      ],
    },
  },
  {
    id: 'prefetch-never-reached',
    only: 'chromium',
    pages: {
      ...END,
      'ads.localhost/page': {
        html: `<script type=speculationrules>{"prefetch":[{"source":"list","urls":["/never?${ID}"],"eagerness":"immediate"}]}</script><a id=go href="${LP}">go</a>`,
      },
      'ads.localhost/never': {},
    },
    walk: async (way) => {
      await way.tab.goto(way.url(`ads.localhost/page?${ID}`))
      await way.asked('ads.localhost/never')
      await way.rest()
      await way.tab.click('#go', 5_000)
    },
    expected: { paths: [[typed, hop('lp.localhost/end', 'link')]] },
  },
  ...(['prefetch', 'prerender'] as const).map(
    (kind): Case => ({
      id: `${kind}-reached`,
      only: 'chromium',
      pages: {
        ...END,
        'ads.localhost/page': {
          html: `<script type=speculationrules>{"${kind}":[{"source":"list","urls":["/there?${ID}"],"eagerness":"immediate"}]}</script><a id=go href="/there?${ID}">go</a>`,
        },
        'ads.localhost/there': {},
      },
      walk: async (way) => {
        await way.tab.goto(way.url(`ads.localhost/page?${ID}`))
        await way.asked('ads.localhost/there')
        await way.rest()
        await way.tab.click('#go', 5_000)
      },
      expected: { paths: [[typed, hop('ads.localhost/there', 'link')]] },
    }),
  ),
  {
    id: 'prerender-never-reached',
    only: 'chromium',
    pages: {
      ...END,
      'ads.localhost/page': {
        html: `<script type=speculationrules>{"prerender":[{"source":"list","urls":["/never?${ID}"],"eagerness":"immediate"}]}</script><a id=go href="${LP}">go</a>`,
      },
      'ads.localhost/never': { html: `<script>history.replaceState({}, '', '/never-seen')</script>` },
    },
    walk: async (way) => {
      await way.tab.goto(way.url(`ads.localhost/page?${ID}`))
      await way.asked('ads.localhost/never')
      await way.rest()
      await way.tab.click('#go', 5_000)
    },
    expected: { paths: [[typed, hop('lp.localhost/end', 'link')]] },
  },
  {
    id: 'service-worker-answers',
    pages: {
      'ads.localhost/page': {
        html: `<a id=go href="/answered?${ID}">go</a><script>navigator.serviceWorker.register('/sw.js').then(() => navigator.serviceWorker.ready).then(() => { document.body.append(Object.assign(document.createElement('i'), { id: 'ready', textContent: 'ready' })) })</script>`,
      },
      'ads.localhost/sw.js': {
        headers: { 'content-type': 'text/javascript' },
        text: `addEventListener('fetch', (e) => { if (e.request.url.includes('/answered')) e.respondWith(new Response('hello')) }); addEventListener('activate', (e) => e.waitUntil(clients.claim()))`,
      },
    },
    walk: async ({ tab, url, rest }) => {
      await tab.goto(url(`ads.localhost/page?${ID}`))
      await tab.click('#ready', 5_000)
      await rest()
      await tab.click('#go', 5_000)
    },
    expected: { paths: [[typed, hop('ads.localhost/answered', 'link', null)]] },
  },
  {
    id: 'service-worker-redirects',
    pages: {
      ...END,
      'ads.localhost/page': {
        html: `<a id=go href="/answered?${ID}">go</a><script>navigator.serviceWorker.register('/sw.js').then(() => navigator.serviceWorker.ready).then(() => { document.body.append(Object.assign(document.createElement('i'), { id: 'ready', textContent: 'ready' })) })</script>`,
      },
      'ads.localhost/sw.js': {
        headers: { 'content-type': 'text/javascript' },
        text: `addEventListener('fetch', (e) => { if (e.request.url.includes('/answered')) e.respondWith(Response.redirect('${LP}')) }); addEventListener('activate', (e) => e.waitUntil(clients.claim()))`,
      },
    },
    walk: async ({ tab, url, rest }) => {
      await tab.goto(url(`ads.localhost/page?${ID}`))
      await tab.click('#ready', 5_000)
      await rest()
      await tab.click('#go', 5_000)
    },
    expected: {
      paths: [[typed, hop('ads.localhost/answered', 'link', null), hop('lp.localhost/end', 'service-worker')]],
    },
  },
  ...(
    [
      ['link', clickOn('#go', 'q=1'), { html: `<a id=go href="${LP}&clickid=abcdef123456">go</a>` }],
      ['redirect', open('ads.localhost/page'), { status: 302, headers: { location: `${LP}&clickid=abcdef123456` } }],
    ] as [string, Case['walk'], CasePage][]
  ).map(
    ([how, walk, page]): Case => ({
      id: `query-stripping-${how}`,
      only: 'firefox',
      preferences: { 'privacy.query_stripping.enabled': true, 'privacy.query_stripping.strip_list': 'fbclid' },
      pages: { ...END, 'ads.localhost/page': page },
      walk,
      // The page of the link carries no identifier: the click on it begins a path.
      expected: {
        paths:
          how === 'link'
            ? [[typed], [hop('lp.localhost/end', 'link', null), hop('lp.localhost/end', 'browser')]]
            : [
                [
                  hop('ads.localhost/page', 'typed', 302),
                  hop('lp.localhost/end', 'http-redirect', null),
                  hop('lp.localhost/end', 'browser'),
                ],
              ],
      },
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
    walk: ({ tab }) => tab.goto(`http://nowhere.invalid/page?${ID}`).then(() => {}),
    expected: { paths: [[hop('nowhere.invalid/page', 'typed', null, { fails: true })]] },
  },
]
