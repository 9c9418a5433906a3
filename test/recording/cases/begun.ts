import { button, type Case, CLICK_MS, clickOn, END, FRESH, hop, ID, LP, open, typed } from './case.ts'

/** How a navigation begins, and which begin a path. */
export const BEGUN: readonly Case[] = [
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
    forgets: true,
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
  {
    id: 'fragment-in-link',
    pages: { ...END, 'ads.localhost/page': { html: `<a id=go href="${LP}#offer">go</a>` } },
    walk: clickOn('#go'),
    expected: { paths: [[typed, hop('lp.localhost/end', 'link', 200, { fragment: '#offer' })]] },
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
      await way.tab.click('button', CLICK_MS)
    },
    expected: { paths: [[typed, hop('ads.localhost/second', 'link')], [hop('ads.localhost/page', 'back-forward')]] },
  },
  {
    id: 'reload',
    pages: { 'ads.localhost/page': { headers: FRESH } },
    walk: async (way) => {
      await open(`ads.localhost/page?${ID}`)(way)
      await way.tab.press('reload')
    },
    expected: { paths: [[typed], [hop('ads.localhost/page', 'reload')]] },
  },
  {
    id: 'back-and-forward',
    pages: {
      'ads.localhost/page': { html: `<a id=go href="${LP}">go</a>`, headers: FRESH },
      ...END,
    },
    walk: async (way) => {
      await clickOn('#go')(way)
      for (const button of ['back', 'forward'] as const) {
        await way.rest()
        await way.tab.press(button)
      }
    },
    expected: {
      paths: [
        [typed, hop('lp.localhost/end', 'link')],
        [hop('ads.localhost/page', 'back-forward')],
        [hop('lp.localhost/end', 'back-forward')],
      ],
    },
  },
  // A page that comes out of the browser's memory asks no server for anything.
  {
    id: 'back-to-page-in-memory',
    surroundings: 'pages-in-memory',
    pages: { 'ads.localhost/page': { html: `<a id=go href="${LP}">go</a>` }, ...END },
    walk: async (way) => {
      await clickOn('#go')(way)
      await way.rest()
      await way.tab.press('back')
    },
    expected: { paths: [[typed, hop('lp.localhost/end', 'link')], [hop('ads.localhost/page', 'back-forward', null)]] },
  },
]
