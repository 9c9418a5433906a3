import { LANDING, NETWORK, OFFER, TRACKER } from '../hosts.ts'
import type { Scenario } from '../scenario.ts'
import { CTA, hop, META_AD, NETWORK_AD, scenario } from './row.ts'

const bySlot = ([id, slot]: readonly [id: string, slot: string]) =>
  scenario('renamed', id, {
    title: `clickid → ${slot} → subid`,
    story: `The tracker puts the click ID into ${slot}, the network hands it to the offer as subid.`,
    query: NETWORK_AD,
    legs: [
      { host: TRACKER, way: { by: 'redirect', status: 302 }, pass: { rename: { clickid: slot } } },
      { host: NETWORK, way: { by: 'redirect', status: 302 }, pass: { rename: { [slot]: 'subid' } } },
      { host: OFFER },
    ],
    expect: {
      hops: [hop(TRACKER, 'typed', 302), hop(NETWORK, 'http-redirect', 302), hop(OFFER, 'http-redirect', 200)],
      outcomes: { clickid: 'delivered' },
      verdict: 'pass',
    },
  })

/** The same value under other names. */
export const RENAMED: readonly Scenario[] = [
  ...(
    [
      ['rename-s1', 's1'],
      ['rename-aff-sub', 'aff_sub'],
    ] as const
  ).map(bySlot),
  scenario('renamed', 'rename-fbclid', {
    title: 'fbclid → sub1',
    story: 'The landing page’s button hands the fbclid to the network as sub1.',
    query: META_AD,
    legs: [
      { host: TRACKER, way: { by: 'redirect', status: 302 } },
      { host: LANDING, way: { by: 'link' }, pass: { rename: { fbclid: 'sub1' } } },
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
      outcomes: { fbclid: 'delivered' },
      verdict: 'pass',
    },
  }),
]
