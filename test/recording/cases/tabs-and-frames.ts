import { button, type Case, CLICK_MS, clickOn, END, hop, ID, LP, open, typed } from './case.ts'

/** Other tabs than the page’s own, and frames inside it. */
export const TABS_AND_FRAMES: readonly Case[] = [
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
    id: 'named-tab-twice',
    pages: {
      ...END,
      'ads.localhost/page': {
        html: `<a id=go target=offer href="${LP}" onclick="setTimeout(() => again.click(), 900)">go</a>
          <a id=again target=offer href="http://net.localhost:PORT/offer?${ID}">go</a>`,
      },
      'net.localhost/offer': {},
    },
    walk: clickOn('#go'),
    expected: {
      paths: [
        [typed, hop('lp.localhost/end', 'link', 200, { newTab: true })],
        [typed, hop('net.localhost/offer', 'link', 200, { newTab: true })],
      ],
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
          html: `<iframe onload="id = 'loaded'" src="http://net.localhost:PORT/frame" style="position:fixed;inset:0;border:0;width:300px;height:100px"></iframe>`,
        },
        'net.localhost/frame': {
          html: `<style>body{margin:0}#go{display:block;width:300px;height:100px}</style>${html}`,
        },
      },
      walk: clickOn('#loaded'),
      expected: { paths: [[typed, hop('lp.localhost/end', cause, 200, newTab ? { newTab } : {})]] },
    }),
  ),
  {
    id: 'click-in-closed-shadow-roots',
    pages: {
      ...END,
      'ads.localhost/page': {
        html: `<div id=go></div><script>
          const style = '<style>:host, a { display: block; width: 200px; height: 50px }</style>'
          const outer = go.attachShadow({ mode: 'closed' })
          outer.innerHTML = style + '<div></div>'
          const inner = outer.lastChild.attachShadow({ mode: 'closed' })
          inner.innerHTML = style + '<a target=_blank href="${LP}"><b>go</b></a>'
        </script>`,
      },
    },
    walk: clickOn('#go'),
    expected: { paths: [[typed, hop('lp.localhost/end', 'link', 200, { newTab: true })]] },
  },
  ...(['to-new-tab', 'middle'] as const).map(
    (how): Case => ({
      id: `click-${how}`,
      pages: { ...END, 'ads.localhost/page': { html: `<a id=go href="${LP}">go</a>` } },
      walk: clickOn('#go', ID, how),
      expected: { paths: [[typed, hop('lp.localhost/end', 'link', 200, { newTab: true })]] },
    }),
  ),
  {
    id: 'frame-script-moves-top-by-itself',
    pages: {
      ...END,
      'ads.localhost/page': { html: '<iframe src="/frame"></iframe>' },
      'ads.localhost/frame': { html: `<script>setTimeout(() => { top.location = '${LP}' }, 200)</script>` },
    },
    walk: open(`ads.localhost/page?${ID}`),
    expected: { paths: [[typed, hop('lp.localhost/end', 'script')]] },
  },
  // Ads stand in such frames. The browser gives a content script to them only where it is asked to.
  ...Object.entries({
    sandboxed: `sandbox="allow-top-navigation allow-popups" srcdoc`,
    data: 'src',
  }).map(
    ([id, attribute]): Case => ({
      id: `link-in-${id}-frame`,
      pages: {
        ...END,
        'ads.localhost/page': {
          html: `<iframe onload="id = 'loaded'" style="position:fixed;inset:0;border:0;width:300px;height:100px"
            ${attribute}="${id === 'data' ? 'data:text/html,' : ''}<style>body{margin:0}a{display:block;height:100px}</style><a target=_blank href='${LP}'>go</a>"></iframe>`,
        },
      },
      walk: clickOn('#loaded'),
      expected: { paths: [[typed, hop('lp.localhost/end', 'link', 200, { newTab: true })]] },
    }),
  ),
  {
    id: 'link-to-new-tab-in-page-written-anew',
    pages: {
      ...END,
      'ads.localhost/page': {
        html: `<script>setTimeout(() => {
          document.open(); document.write('<a id=go target=_blank href="${LP}">go</a>'); document.close() }, 200)</script>`,
      },
    },
    walk: clickOn('#go'),
    expected: { paths: [[typed, hop('lp.localhost/end', 'link', 200, { newTab: true })]] },
  },
  // Firefox sends the form on in its own tab, whatever key is held.
  {
    id: 'form-to-new-tab-by-key',
    only: 'chromium',
    pages: {
      ...END,
      'ads.localhost/page': {
        html: `<form action="http://lp.localhost:PORT/end"><input type=hidden name=clickid value=abcdef123456><button id=go>go</button></form>`,
      },
    },
    walk: clickOn('#go', ID, 'to-new-tab'),
    expected: { paths: [[typed, hop('lp.localhost/end', 'form', 200, { newTab: true })]] },
  },
  ...(['chromium', 'firefox'] as const).flatMap((only) =>
    (
      [
        ['link', `<a id=then href='${LP}'>then</a>`, 'link'],
        ['meta-refresh', `<meta http-equiv=refresh content='0;url=${LP}'>`, 'unknown'],
      ] as const
    ).map(
      ([how, html, cause]): Case => ({
        id: `${how}-written-into-blank-tab`,
        only,
        ...(only === 'chromium' &&
          how === 'link' && {
            unwalked: 'now and then the driver of Chromium never sees what was written into the empty tab',
          }),
        pages: {
          ...END,
          'ads.localhost/page': {
            html: button(`const w = window.open(''); w.document.write(\`${html}\`); w.document.close()`),
          },
        },
        walk: async (way) => {
          await clickOn('#go')(way)
          if (how === 'link') await way.tab.click('#then', CLICK_MS)
        },
        expected: {
          paths: [
            only === 'chromium'
              ? [typed, hop('lp.localhost/end', cause, 200, { newTab: true })]
              : // The tab takes the address of the page that writes into it, and Firefox says so.
                [typed, hop('ads.localhost/page', 'history', null, { newTab: true }), hop('lp.localhost/end', cause)],
          ],
        },
      }),
    ),
  ),
]
