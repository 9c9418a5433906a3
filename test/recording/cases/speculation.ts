import { type Case, CLICK_MS, clickOn, END, hop, ID, LP, typed } from './case.ts'
import type { CasePage } from './serve-case.ts'

const THERE = `/there?${ID}`
const OTHER = `/other?${ID}`
const TRACKED = `/click?${ID}`

/** The browser is to load a page before anybody comes to it. */
const ahead = (kind: 'prefetch' | 'prerender', urls: string | string[], more: object = {}) =>
  `<script type=speculationrules>${JSON.stringify({ [kind]: [{ source: 'list', urls: [urls].flat(), eagerness: 'immediate', ...more }] })}</script>`

const link = (url: string, attributes = '') => `<a id=go href="${url}" ${attributes}>go</a>`

/** A page that has the browser load another one before anybody asks for it. */
const speculation = (kind: 'prefetch' | 'prerender', reached: boolean): Case => {
  const page = reached ? '/there' : '/never'
  return {
    id: `${kind}-${reached ? 'reached' : 'never-reached'}`,
    only: 'chromium',
    alone: true,
    pages: {
      ...END,
      'ads.localhost/page': { html: ahead(kind, `${page}?${ID}`) + link(reached ? THERE : LP) },
      [`ads.localhost${page}`]: { html: reached ? '' : `<script>history.replaceState({}, '', '/never-seen')</script>` },
    },
    walk: async (way) => {
      await way.tab.goto(way.url(`ads.localhost/page?${ID}`))
      await way.asked(`ads.localhost${page}`)
      await way.rest()
      await way.tab.click('#go', CLICK_MS)
    },
    expected: { paths: [[typed, hop(reached ? 'ads.localhost/there' : 'lp.localhost/end', 'link')]] },
  }
}

/** Says to the server that nobody has come to this page yet, and that somebody has. */
const TELLS = `<script>
  if (document.prerendering) fetch('/rendered')
  document.addEventListener('prerenderingchange', () => fetch('/come-to'))
</script>`

/** A page that Chromium really renders ahead, and that the person comes to, or does not. */
const rendered = (
  id: string,
  page: string,
  more: Case['pages'],
  hops: Case['expected']['paths'][number],
  isComeTo = true,
): Case => ({
  id: `prerender-${id}`,
  only: 'chromium',
  alone: true,
  surroundings: 'pages-rendered-ahead',
  pages: {
    ...END,
    'ads.localhost/page': { html: page },
    'ads.localhost/there': { html: TELLS },
    'ads.localhost/other': {},
    ...more,
  },
  walk: async (way) => {
    await way.tab.goto(way.url(`ads.localhost/page?${ID}`))
    await way.asked('ads.localhost/rendered')
    await way.rest()
    await way.tab.click('#go', CLICK_MS)
    if (isComeTo) await way.asked('ads.localhost/come-to')
  },
  expected: { paths: [[typed, ...hops]] },
})

const TRACKER: Record<string, CasePage> = { 'ads.localhost/click': { status: 302, headers: { location: THERE } } }

/** What a driver that holds on to tabs lets Chromium do, and what a person's Chromium does. */
const RENDERED: readonly Case[] = [
  rendered('activated', ahead('prerender', THERE) + link(THERE), {}, [hop('ads.localhost/there', 'link')]),
  rendered('activated-after-redirect', ahead('prerender', TRACKED) + link(TRACKED), TRACKER, [
    hop('ads.localhost/click', 'link', 302),
    hop('ads.localhost/there', 'http-redirect'),
  ]),
  rendered(
    'activated-by-script',
    `${ahead('prerender', THERE)}<button id=go onclick="location.href = '${THERE}'">go</button>`,
    {},
    [hop('ads.localhost/there', 'script')],
  ),
  rendered(
    'activated-in-new-tab',
    ahead('prerender', THERE, { target_hint: '_blank' }) + link(THERE, 'target=_blank rel=noopener'),
    {},
    [hop('ads.localhost/there', 'link', 200, { newTab: true })],
  ),
  rendered('activated-of-two', ahead('prerender', [THERE, OTHER]) + link(THERE), {}, [
    hop('ads.localhost/there', 'link'),
  ]),
  rendered(
    'activated-after-history',
    `${ahead('prerender', THERE)}${link(THERE)}<script>
      setTimeout(() => history.pushState({}, '', '/step?${ID}'), 900)</script>`,
    {},
    [hop('ads.localhost/step', 'history', null), hop('ads.localhost/there', 'link')],
  ),
  rendered(
    'tidies-its-address',
    ahead('prerender', THERE) + link(THERE),
    { 'ads.localhost/there': { html: `${TELLS}<script>history.replaceState({}, '', '/tidy')</script>` } },
    [hop('ads.localhost/there', 'link'), hop('ads.localhost/tidy', 'history', null)],
  ),
  rendered(
    'leads-on',
    ahead('prerender', TRACKED) + link(TRACKED),
    {
      'ads.localhost/click': { html: `<script>location.replace('/mid?${ID}')</script>` },
      'ads.localhost/mid': { status: 302, headers: { location: `/refresh?${ID}` } },
      'ads.localhost/refresh': { html: `<meta http-equiv=refresh content="0;url=${THERE}">` },
    },
    [
      hop('ads.localhost/click', 'link'),
      hop('ads.localhost/mid', 'script', 302),
      hop('ads.localhost/refresh', 'http-redirect'),
      hop('ads.localhost/there', 'meta-refresh'),
    ],
  ),
  rendered('dropped', ahead('prerender', THERE) + link(LP), {}, [hop('lp.localhost/end', 'link')], false),
]

/** The older way of asking for it, which both browsers know. */
const byLink = (reached: boolean): Case => ({
  id: `prefetch-by-link-${reached ? 'reached' : 'never-reached'}`,
  alone: true,
  pages: {
    ...END,
    'ads.localhost/page': { html: `<link rel=prefetch href="${THERE}">${link(reached ? THERE : LP)}` },
    'ads.localhost/there': { headers: { 'cache-control': 'max-age=600' } },
  },
  walk: async (way) => {
    await way.tab.goto(way.url(`ads.localhost/page?${ID}`))
    await way.asked('ads.localhost/there')
    await way.rest()
    await way.tab.click('#go', CLICK_MS)
  },
  expected: {
    paths: [
      [typed, reached ? hop('ads.localhost/there', 'link', 200, { fromCache: true }) : hop('lp.localhost/end', 'link')],
    ],
  },
})

/** Firefox reads no such rules, and loads nothing ahead: a click is what it is without them. */
const unread = (kind: 'prefetch' | 'prerender'): Case => ({
  id: `${kind}-unread`,
  only: 'firefox',
  pages: { 'ads.localhost/page': { html: ahead(kind, THERE) + link(THERE) }, 'ads.localhost/there': {} },
  walk: clickOn('#go'),
  expected: { paths: [[typed, hop('ads.localhost/there', 'link')]] },
})

const KINDS = ['prefetch', 'prerender'] as const

/**
 * What was asked for, and never shown; and what was shown because it had been asked for.
 *
 * Chromium renders nothing ahead in a page that a driver holds on to (`PrerenderingDisabledByDevTools`): it only fetches
 * it, as for a prefetch. So it does under the command line; where the driver holds on to the tab, as here under the name
 * `pages-rendered-ahead`, it does what it does for a person.
 */
export const SPECULATION: readonly Case[] = [
  ...KINDS.flatMap((kind) => [speculation(kind, false), speculation(kind, true)]),
  ...RENDERED,
  byLink(true),
  byLink(false),
  ...KINDS.map(unread),
]
