import { LANDING, OFFER, TRACKER } from '../hosts.ts'
import type { Scenario } from '../scenario.ts'
import { ADD_CLICK_ID, CTA, GOOGLE_AD, hop, META_AD, NETWORK_AD, scenario } from './row.ts'

const TWO_HOPS = [hop(TRACKER, 'typed', 302), hop(OFFER, 'http-redirect', 200)]

/** A page cached with the gclid of the first visitor who saw it. */
const CACHED_GCLID = 'Cj0KCQjw8qmhBhClARIsANAtboe7ZyU1pRkXcV3fTnGd5Ws9JhLm2QaEoYrBx6CuKtNi0DvPwOgSbM4aAq7FEALw_wcB'

/** Another value stands where a click ID was: on purpose, or by mistake. */
export const REPLACED: readonly Scenario[] = [
  scenario('replaced', 'tracker-replaces-clickid', {
    title: 'Tracker issues its own clickid',
    story: 'The tracker keeps the network’s clickid to itself and goes on with one of its own: right, if it maps back.',
    query: NETWORK_AD,
    legs: [{ host: TRACKER, way: { by: 'redirect', status: 302 }, pass: ADD_CLICK_ID }, { host: OFFER }],
    expect: {
      hops: TWO_HOPS,
      outcomes: { clickid: 'handed-over' },
      verdict: 'warn',
      findings: ['id-replaced'],
      blame: 0,
    },
  }),
  scenario('replaced', 'tracker-keeps-fbclid', {
    title: 'Tracker keeps the fbclid',
    story: 'The fbclid ends at the tracker, which issues a clickid in its place.',
    query: META_AD,
    legs: [
      { host: TRACKER, way: { by: 'redirect', status: 302 }, pass: { drop: ['fbclid'], issue: 'clickid' } },
      { host: OFFER },
    ],
    expect: {
      hops: TWO_HOPS,
      outcomes: { fbclid: 'handed-over', clickid: 'delivered' },
      verdict: 'warn',
      findings: ['id-stripped'],
      blame: 0,
    },
  }),
  scenario('replaced', 'cached-gclid', {
    title: 'Somebody else’s gclid',
    story: 'The landing page was cached with its first visitor’s gclid, and gives it to everyone.',
    query: GOOGLE_AD,
    legs: [
      { host: TRACKER, way: { by: 'redirect', status: 302 } },
      { host: LANDING, way: { by: 'link' }, pass: { set: { gclid: CACHED_GCLID } } },
      { host: OFFER },
    ],
    steps: CTA,
    expect: {
      hops: [hop(TRACKER, 'typed', 302), hop(LANDING, 'http-redirect', 200), hop(OFFER, 'link', 200)],
      outcomes: { gclid: 'lost' },
      verdict: 'fail',
      findings: ['id-replaced'],
      blame: 1,
    },
  }),
]
