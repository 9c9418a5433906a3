import { BROWSER_NAMES, type BrowserName } from '../../../cli/browsers/session.ts'
import type { FixtureHop } from '../fixture.ts'
import { APP, type Case, clickOn, END, hop, ID, INTENT, LP, open, typed } from './case.ts'
import type { CasePage } from './serve-case.ts'

/** How a page or a server calls another program, and what is known of it. */
interface Call {
  how: string
  page: (url: string) => CasePage
  walk: Case['walk']
  first: FixtureHop
  cause: Record<BrowserName, FixtureHop['cause']>
}

// Firefox tells neither the page nor the extension what began it: it might as well have been typed.
const BY_SCRIPT = { chromium: 'script', firefox: 'unknown' } as const

const CALLS: readonly Call[] = [
  {
    how: 'link',
    page: (url) => ({ html: `<a id=go href="${url}">go</a>` }),
    walk: clickOn('#go'),
    first: typed,
    cause: { chromium: 'link', firefox: 'link' },
  },
  {
    how: 'script',
    page: (url) => ({ html: `<script>setTimeout(() => { location.href = '${url}' }, 200)</script>` }),
    walk: open(`ads.localhost/page?${ID}`),
    first: typed,
    cause: BY_SCRIPT,
  },
  {
    how: 'redirect',
    page: (url) => ({ status: 302, headers: { location: url } }),
    walk: open(`ads.localhost/page?${ID}`),
    first: hop('ads.localhost/page', 'typed', 302),
    cause: { chromium: 'http-redirect', firefox: 'http-redirect' },
  },
]

const appHop = (browser: BrowserName, cause: FixtureHop['cause']) =>
  hop('open/offer', cause, null, browser === 'firefox' ? { fails: true } : {})

const SCHEMES = { app: APP, intent: INTENT }

/** A deep link: a script tries the app, and where the page is still there a moment later, goes to the store. */
const thenToStore = (only: BrowserName, app: FixtureHop): Case => ({
  id: 'app-then-store',
  only,
  alone: true,
  pages: {
    ...END,
    'ads.localhost/page': {
      html: `<script>setTimeout(() => {
        location.href = '${APP}'
        setTimeout(() => { location.href = '${LP}' }, 200)
      }, 200)</script>`,
    },
  },
  walk: open(`ads.localhost/page?${ID}`),
  expected: {
    paths: [
      [typed, app],
      [typed, hop('lp.localhost/end', 'script')],
    ],
  },
})

/** Links to another program than the browser. None on the machine knows the scheme, and Firefox says so. */
export const APPS: readonly Case[] = BROWSER_NAMES.flatMap((only) => [
  thenToStore(only, appHop(only, BY_SCRIPT[only])),
  ...Object.entries(SCHEMES).flatMap(([scheme, url]) =>
    CALLS.map(
      ({ how, page, walk, first, cause }): Case => ({
        id: `${scheme}-by-${how}`,
        only,
        pages: { 'ads.localhost/page': page(url) },
        walk,
        expected: {
          paths: [[first, appHop(only, cause[only])]],
        },
      }),
    ),
  ),
])
