import type { FixtureHop } from '../fixture.ts'
import { APP, type Case, clickOn, hop, ID, INTENT, open, typed } from './case.ts'
import type { CasePage } from './serve-case.ts'

/** How a page or a server calls another program, and what is known of it. */
interface Call {
  how: string
  page: (url: string) => CasePage
  walk: Case['walk']
  first: FixtureHop
  cause: Record<'chromium' | 'firefox', FixtureHop['cause']>
}

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
    // Firefox tells neither the page nor the extension what began it: it might as well have been typed.
    cause: { chromium: 'script', firefox: 'unknown' },
  },
  {
    how: 'redirect',
    page: (url) => ({ status: 302, headers: { location: url } }),
    walk: open(`ads.localhost/page?${ID}`),
    first: hop('ads.localhost/page', 'typed', 302),
    cause: { chromium: 'http-redirect', firefox: 'http-redirect' },
  },
]

const SCHEMES = { app: APP, intent: INTENT }

/** Links to another program than the browser. None on the machine knows the scheme, and Firefox says so. */
export const APPS: readonly Case[] = (['chromium', 'firefox'] as const).flatMap((only) =>
  Object.entries(SCHEMES).flatMap(([scheme, url]) =>
    CALLS.map(
      ({ how, page, walk, first, cause }): Case => ({
        id: `${scheme}-by-${how}`,
        only,
        pages: { 'ads.localhost/page': page(url) },
        walk,
        expected: {
          paths: [[first, hop('open/offer', cause[only], null, only === 'firefox' ? { fails: true } : {})]],
        },
      }),
    ),
  ),
)
