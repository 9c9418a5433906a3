import { DOWN, NETWORK, OFFER, TRACKER } from '../hosts.ts'
import type { Scenario } from '../scenario.ts'
import { ADD_CLICK_ID, hop, META_AD, scenario } from './row.ts'

const TRACKED = { host: TRACKER, way: { by: 'redirect', status: 302 }, pass: ADD_CLICK_ID } as const
const FAILED = { verdict: 'fail', findings: ['hop-failed'], blame: 1 } as const

const answers = ([status, title, story]: readonly [status: 404 | 500, title: string, story: string]) =>
  scenario('broken', `answers-${status}`, {
    title,
    story,
    query: META_AD,
    legs: [TRACKED, { host: NETWORK, way: { by: 'failure', status } }],
    expect: { hops: [hop(TRACKER, 'typed', 302), hop(NETWORK, 'http-redirect', status)], ...FAILED },
  })

/** Clicks that do not get through, and one that never had an ID. */
export const BROKEN: readonly Scenario[] = [
  ...(
    [
      [404, 'Campaign that is gone (404)', 'The network does not know the campaign any more.'],
      [500, 'Network that stumbles (500)', 'The network’s server fails, and the click is paid for nothing.'],
    ] as const
  ).map(answers),
  scenario('broken', 'refused', {
    title: 'Host that is down',
    story: 'The tracker sends the click to a host that refuses the connection.',
    query: META_AD,
    legs: [TRACKED, { host: DOWN }],
    expect: { hops: [hop(TRACKER, 'typed', 302), hop(DOWN, 'http-redirect', null)], ...FAILED },
  }),
  scenario('broken', 'loop', {
    title: 'Redirect loop',
    story: 'Tracker and network send the click to each other until the browser gives up.',
    query: META_AD,
    legs: [
      { host: TRACKER, way: { by: 'redirect', status: 302 } },
      { host: NETWORK, way: { by: 'redirect', status: 302 }, to: 0 },
    ],
    expect: {
      hops: [
        hop(TRACKER, 'typed', 302),
        hop(NETWORK, 'http-redirect', 302),
        hop(TRACKER, 'http-redirect', 302),
        hop(NETWORK, 'http-redirect', 302),
      ],
      endless: true,
      verdict: 'fail',
      findings: ['redirect-loop'],
    },
  }),
  scenario('broken', 'macro', {
    title: 'Macro that nobody replaced',
    story: 'The ad’s link still says {clickid} where the click ID should stand.',
    query: 'utm_source=push&clickid={clickid}',
    legs: [{ host: TRACKER, way: { by: 'redirect', status: 302 } }, { host: OFFER }],
    expect: {
      hops: [hop(TRACKER, 'typed', 302), hop(OFFER, 'http-redirect', 200)],
      verdict: 'fail',
      findings: ['macro-not-replaced'],
      blame: 0,
    },
  }),
]
