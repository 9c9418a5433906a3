import { chainHost } from '../chain-host.ts'
import { LANDING, NETWORK, OFFER, TRACKER } from '../hosts.ts'
import type { Scenario } from '../scenario.ts'
import { ADD_CLICK_ID, CTA, hop, META_AD, scenario } from './row.ts'

const ARRIVED = { outcomes: { fbclid: 'delivered', clickid: 'delivered' }, verdict: 'pass' } as const

const STATUSES = [
  [301, 'Permanent redirect'],
  [302, 'The usual redirect'],
  [303, 'Redirect to a GET'],
  [307, 'Redirect that keeps the method'],
  [308, 'Permanent, keeps the method'],
] as const

const byStatus = STATUSES.map(([status, title]) =>
  scenario('kept', `redirect-${status}`, {
    title: `${title} (${status})`,
    story: `The tracker answers ${status}, adds its click ID and keeps everything else.`,
    query: META_AD,
    legs: [{ host: TRACKER, way: { by: 'redirect', status }, pass: ADD_CLICK_ID }, { host: OFFER }],
    expect: { hops: [hop(TRACKER, 'typed', status), hop(OFFER, 'http-redirect', 200)], ...ARRIVED },
  }),
)

const chain = (redirects: number): Scenario => {
  const hosts = Array.from({ length: redirects }, (_, index) => redirects - index)
  return {
    id: `chain-${redirects}`,
    theme: 'kept',
    title: `${redirects} redirects in a row`,
    story: `Two trackers send the click back and forth ${redirects} times, and its ID survives them all.`,
    start: { host: chainHost(redirects), path: `/chain/${redirects}?${META_AD}` },
    legs: [],
    expect: {
      hops: [
        ...hosts.map((left, index) => ({
          host: chainHost(left),
          path: `/chain/${left}`,
          cause: index === 0 ? ('typed' as const) : ('http-redirect' as const),
          status: 302,
        })),
        { host: OFFER, path: '/offer/chain', cause: 'http-redirect', status: 200 },
      ],
      ...ARRIVED,
      findings: [],
    },
  }
}

/** HTTP redirects, in all their spellings, that lose nothing. */
export const REDIRECTS: readonly Scenario[] = [
  scenario('kept', 'whole-funnel', {
    title: 'A whole funnel that works',
    story: 'Tracker, landing page, button, network, offer: both click IDs come through all of them.',
    query: META_AD,
    legs: [
      { host: TRACKER, way: { by: 'redirect', status: 302 }, pass: ADD_CLICK_ID },
      { host: LANDING, way: { by: 'link' } },
      { host: NETWORK, way: { by: 'redirect', status: 302 } },
      { host: OFFER },
    ],
    steps: CTA,
    expect: {
      hops: [
        hop(TRACKER, 'typed', 302),
        hop(LANDING, 'http-redirect', 200),
        hop(NETWORK, 'link', 302),
        hop(OFFER, 'http-redirect', 200),
      ],
      ...ARRIVED,
    },
  }),
  ...byStatus,
  scenario('kept', 'location-relative', {
    title: 'Relative Location',
    story: 'The tracker sends the click to another page of its own, named by a relative address.',
    query: META_AD,
    legs: [
      { host: TRACKER, way: { by: 'redirect', status: 302, spelling: 'relative' }, pass: ADD_CLICK_ID },
      { host: TRACKER, path: '/out/:id', way: { by: 'redirect', status: 302 } },
      { host: OFFER },
    ],
    expect: {
      hops: [
        hop(TRACKER, 'typed', 302),
        hop(TRACKER, 'http-redirect', 302, { path: '/out/:id' }),
        hop(OFFER, 'http-redirect', 200),
      ],
      ...ARRIVED,
    },
  }),
  scenario('kept', 'location-protocol-relative', {
    title: 'Location without a scheme',
    story: 'The tracker names the next host as //host/path and leaves http or https to the browser.',
    query: META_AD,
    legs: [
      { host: TRACKER, way: { by: 'redirect', status: 302, spelling: 'protocol-relative' }, pass: ADD_CLICK_ID },
      { host: OFFER },
    ],
    expect: { hops: [hop(TRACKER, 'typed', 302), hop(OFFER, 'http-redirect', 200)], ...ARRIVED },
  }),
  scenario('kept', 'location-fragment', {
    title: 'Location with a fragment',
    story: 'The redirect points to a part of the offer page; the ID stands before the # and arrives.',
    query: META_AD,
    legs: [
      { host: TRACKER, way: { by: 'redirect', status: 302, fragment: 'pricing' }, pass: ADD_CLICK_ID },
      { host: OFFER },
    ],
    expect: {
      hops: [hop(TRACKER, 'typed', 302), hop(OFFER, 'http-redirect', 200, { fragment: '#pricing' })],
      ...ARRIVED,
    },
  }),
  chain(12),
  chain(18),
]
