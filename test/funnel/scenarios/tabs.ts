import { LANDING, OFFER, TRACKER } from '../hosts.ts'
import type { Scenario, Way } from '../scenario.ts'
import { ADD_CLICK_ID, CTA, hop, META_AD, scenario } from './row.ts'

type Opening = Extract<Way, { by: 'link' | 'window.open' }>

/** A landing page whose button opens the offer in a new tab: a link's doing, or a script's. */
const newTab = (id: string, title: string, story: string, way: Opening) =>
  scenario('kept', id, {
    title,
    story,
    query: META_AD,
    legs: [
      { host: TRACKER, way: { by: 'redirect', status: 302 }, pass: ADD_CLICK_ID },
      { host: LANDING, way },
      { host: OFFER },
    ],
    steps: CTA,
    expect: {
      hops: [
        hop(TRACKER, 'typed', 302),
        hop(LANDING, 'http-redirect', 200),
        hop(OFFER, way.by === 'link' ? 'link' : 'script', 200, { newTab: true }),
      ],
      outcomes: { fbclid: 'delivered', clickid: 'delivered' },
      verdict: 'pass',
    },
  })

/** Offers that open in a new tab: the same click goes on there. */
export const TABS: readonly Scenario[] = [
  newTab('new-tab', 'Offer in a new tab', 'The button is a link with target=_blank.', { by: 'link', target: '_blank' }),
  newTab('new-tab-noopener', 'New tab, noopener', 'The new tab does not know which page opened it.', {
    by: 'link',
    target: '_blank',
    rel: 'noopener',
  }),
  newTab('new-tab-noreferrer', 'New tab, noreferrer', 'The new tab gets neither opener nor Referer.', {
    by: 'link',
    target: '_blank',
    rel: 'noreferrer',
  }),
  newTab('window-open', 'window.open', 'A script on the button opens the offer.', { by: 'window.open' }),
  newTab('window-open-noopener', 'window.open, noopener', 'The same, and the new tab does not know its opener.', {
    by: 'window.open',
    features: 'noopener',
  }),
]
