import { type Case, CLICK_MS, hop, ID } from './case.ts'

/** Longer than evidence keeps. */
const NOTE = `data-note="${'x'.repeat(400)}"`
const OPENING = `<a id="go" href="/form?${ID}" ${NOTE}`
const SERVER = { ip: '127.0.0.1' }

/** Everything that a hop says beside its cause and its answer. */
export const EVIDENCE: readonly Case[] = [
  {
    id: 'evidence',
    pages: {
      'trk.localhost/click': {
        status: 302,
        afterMs: 300,
        headers: {
          location: `http://ads.localhost:PORT/page?${ID}`,
          'set-cookie': ['click=abcdef123456; Path=/; HttpOnly', 'seen=1; Domain=trk.localhost'],
        },
      },
      'ads.localhost/page': { html: `${OPENING}>go</a>` },
      'ads.localhost/form': {
        html: `<form method="post" action="/thanks"><input name="clickid" value="abcdef123456"><button id="send">send</button></form>`,
      },
      'ads.localhost/thanks': { headers: { 'set-cookie': 'sale=1' } },
    },
    walk: async ({ tab, url, rest }) => {
      await tab.goto(url(`trk.localhost/click?${ID}`))
      await rest()
      await tab.click('#go', CLICK_MS)
      await rest()
      await tab.click('#send', CLICK_MS)
    },
    expected: {
      paths: [
        [
          hop('trk.localhost/click', 'typed', 302, {
            ...SERVER,
            tookMs: 300,
            setCookies: [
              { name: 'click', value: 'abcdef123456' },
              { name: 'seen', value: '1', domain: 'trk.localhost' },
            ],
          }),
          hop('ads.localhost/page', 'http-redirect', 200, { ...SERVER, setCookies: [] }),
          hop('ads.localhost/form', 'link', 200, { ...SERVER, element: `${OPENING}>go</a>`.slice(0, 300) }),
          hop('ads.localhost/thanks', 'form', 200, {
            ...SERVER,
            method: 'POST',
            body: 'clickid=abcdef123456',
            element: '<form method="post" action="/thanks"></form>',
            setCookies: [{ name: 'sale', value: '1' }],
          }),
        ],
      ],
    },
  },
]
