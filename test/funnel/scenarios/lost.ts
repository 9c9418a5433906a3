import { LANDING, LANDING_WWW, OFFER, TRACKER } from '../hosts.ts'
import type { Leg, Scenario, Way } from '../scenario.ts'
import { ADD_CLICK_ID, CTA, hop, META_AD, scenario } from './row.ts'

const LOST = { verdict: 'fail', findings: ['id-stripped'] } as const
const BOTH_LOST = { ...LOST, outcomes: { fbclid: 'lost', clickid: 'lost' }, blame: 1 } as const

const REDIRECT_TO_LANDING = { host: TRACKER, way: { by: 'redirect', status: 302 }, pass: ADD_CLICK_ID } as const
const TRACKED = hop(TRACKER, 'typed', 302)
const REACHED_LANDING = [TRACKED, hop(LANDING, 'http-redirect', 200)]

/** A landing page that leads to the offer without the IDs it got. */
const landingLoses = (
  id: string,
  title: string,
  story: string,
  way: Way,
  last: ReturnType<typeof hop>,
  pass: NonNullable<Leg['pass']> = { drop: 'all' },
) =>
  scenario('lost', id, {
    title,
    story,
    query: META_AD,
    legs: [REDIRECT_TO_LANDING, { host: LANDING, way, pass }, { host: OFFER }],
    ...(last.cause === 'link' || last.cause === 'form' ? { steps: CTA } : {}),
    expect: { hops: [...REACHED_LANDING, last], ...BOTH_LOST },
  })

/** A redirect of the landing page's own server, to another spelling of its address, that forgets the query. */
const canonical = (id: string, title: string, story: string, to: { host: string; path?: string }) =>
  scenario('lost', id, {
    title,
    story,
    query: META_AD,
    legs: [REDIRECT_TO_LANDING, { host: LANDING, way: { by: 'redirect', status: 301 }, pass: { drop: 'all' } }, to],
    expect: {
      hops: [
        TRACKED,
        hop(LANDING, 'http-redirect', 301),
        hop(to.host, 'http-redirect', 200, to.path ? { path: to.path } : {}),
      ],
      ...BOTH_LOST,
    },
  })

/** A click ID is gone before the last page: what Clickpath is for. */
export const LOST_IDS: readonly Scenario[] = [
  scenario('lost', 'tracker-drops-fbclid', {
    title: 'Tracker drops fbclid',
    story: 'The tracker’s redirect passes the campaign tags on and forgets the fbclid.',
    query: META_AD,
    legs: [
      { host: TRACKER, way: { by: 'redirect', status: 302 }, pass: { drop: ['fbclid'] } },
      { host: LANDING, way: { by: 'link' } },
      { host: OFFER },
    ],
    steps: CTA,
    expect: { hops: [...REACHED_LANDING, hop(OFFER, 'link', 200)], ...LOST, outcomes: { fbclid: 'lost' }, blame: 0 },
  }),
  canonical(
    'trailing-slash',
    'Trailing slash eats the query',
    'The site redirects /page to /page/ and drops everything after the question mark.',
    { host: LANDING, path: '/lp/:id/' },
  ),
  canonical('bare-to-www', 'www eats the query', 'The bare domain redirects to www and drops the whole query.', {
    host: LANDING_WWW,
  }),
  landingLoses(
    'script-drops',
    'Script drops the query',
    'The page’s script leads to the offer by a fixed address, without what came in.',
    { by: 'script', call: 'location.href', afterMs: 100 },
    hop(OFFER, 'script', 200),
  ),
  landingLoses(
    'meta-refresh-drops',
    'Meta refresh without the IDs',
    'The page’s meta refresh names the bare offer address.',
    { by: 'meta-refresh', seconds: 0 },
    hop(OFFER, 'meta-refresh', 200),
  ),
  landingLoses(
    'form-get-drops',
    'GET form replaces its query',
    'The IDs stand in the form’s action, and a GET form throws its action’s query away.',
    { by: 'form', method: 'get', idsIn: 'action' },
    hop(OFFER, 'form', 200),
    {},
  ),
  landingLoses(
    'cta-without-id',
    'Button without the IDs',
    'The landing page got the IDs, but its button is a hard-coded link.',
    { by: 'link' },
    hop(OFFER, 'link', 200),
  ),
  landingLoses(
    'cta-new-tab-without-id',
    'Button to a new tab, without the IDs',
    'The same, and the offer opens in a new tab.',
    { by: 'link', target: '_blank' },
    hop(OFFER, 'link', 200, { newTab: true }),
  ),
]
