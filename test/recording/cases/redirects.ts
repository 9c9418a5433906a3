import { type Case, clickOn, END, FRESH, hop, ID, LP, open, typed } from './case.ts'
import type { CasePage } from './serve-case.ts'

/** Redirects that are not what they seem. */
export const REDIRECT_CASES: readonly Case[] = [
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
  ...(
    [
      ['link', clickOn('#go', 'q=1'), { html: `<a id=go href="${LP}&clickid=abcdef123456">go</a>` }],
      ['redirect', open('ads.localhost/page'), { status: 302, headers: { location: `${LP}&clickid=abcdef123456` } }],
    ] as [string, Case['walk'], CasePage][]
  ).map(
    ([how, walk, page]): Case => ({
      id: `query-stripping-${how}`,
      only: 'firefox',
      surroundings: 'query-stripping',
      ...(how === 'link' ? { forgets: true } : {}),
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
  // A stage that is not open to everyone: what its server refuses first is asked for again.
  {
    id: 'asks-for-login',
    pages: {
      ...END,
      'ads.localhost/page': { html: `<a id=go href="http://user:secret@net.localhost:PORT/stage?${ID}">go</a>` },
      'net.localhost/stage': { login: true, status: 302, headers: { location: LP } },
    },
    walk: clickOn('#go'),
    expected: { paths: [[typed, hop('net.localhost/stage', 'link', 302), hop('lp.localhost/end', 'http-redirect')]] },
  },
  {
    id: 'long-url',
    unrecorded: 'its log would take half a megabyte',
    pages: { ...END, 'ads.localhost/page': { status: 302, headers: { location: `${LP}&pad=${'x'.repeat(60_000)}` } } },
    walk: open(`ads.localhost/page?${ID}&pad=${'x'.repeat(60_000)}`),
    expected: {
      paths: [
        [
          hop('ads.localhost/page', 'typed', 302, { urlLength: 60_000 }),
          hop('lp.localhost/end', 'http-redirect', 200, { urlLength: 60_000 }),
        ],
      ],
    },
  },
]
