import { LANDING, NETWORK, OFFER, TRACKER } from '../hosts.ts'
import type { Leg, Scenario, Way } from '../scenario.ts'
import { ADD_CLICK_ID, CTA, hop, META_AD, scenario } from './row.ts'

const ARRIVED = { outcomes: { fbclid: 'delivered', clickid: 'delivered' }, verdict: 'pass' } as const

/** A tracker whose own page leads on, without any redirect. */
const trackerPage = (
  id: string,
  title: string,
  story: string,
  way: Way,
  cause: 'meta-refresh' | 'refresh-header' | 'script',
) =>
  scenario('kept', id, {
    title,
    story,
    query: META_AD,
    legs: [{ host: TRACKER, way, pass: ADD_CLICK_ID }, { host: OFFER }],
    expect: { hops: [hop(TRACKER, 'typed', 200), hop(OFFER, cause, 200)], ...ARRIVED },
  })

const REDIRECT_TO_LANDING = { host: TRACKER, way: { by: 'redirect', status: 302 }, pass: ADD_CLICK_ID } as const
const REACHED_LANDING = [hop(TRACKER, 'typed', 302), hop(LANDING, 'http-redirect', 200)]

const form = (id: string, title: string, story: string, way: Extract<Way, { by: 'form' }>) =>
  scenario('kept', id, {
    title,
    story,
    query: META_AD,
    legs: [REDIRECT_TO_LANDING, { host: LANDING, way }, { host: OFFER }],
    ...(way.submits ? {} : { steps: CTA }),
    expect: {
      hops: [...REACHED_LANDING, hop(OFFER, 'form', 200, way.method === 'post' ? { method: 'POST' } : {})],
      ...ARRIVED,
    },
  })

/** A landing page that rewrites its own address after it loaded, and whose button still holds the IDs. */
const addressBar = (id: string, title: string, story: string, address: NonNullable<Leg['address']>) =>
  scenario('kept', id, {
    title,
    story,
    query: META_AD,
    legs: [REDIRECT_TO_LANDING, { host: LANDING, way: { by: 'link' }, address }, { host: OFFER }],
    steps: CTA,
    expect: { hops: [...REACHED_LANDING, hop(LANDING, 'history', null), hop(OFFER, 'link', 200)], ...ARRIVED },
  })

const TIDY = {
  call: 'replaceState',
  pass: { drop: ['utm_source', 'utm_medium', 'utm_campaign', 'fbclid'] },
} as const

/** Refreshes, scripts, forms and the page's own address: everything that happens inside a document and loses nothing. */
export const PAGES: readonly Scenario[] = [
  ...([0, 1] as const).map((seconds) =>
    trackerPage(
      `meta-refresh-${seconds}`,
      seconds === 0 ? 'Meta refresh' : 'Meta refresh after a second',
      'The tracker hides where the click came from by a page with a meta refresh.',
      { by: 'meta-refresh', seconds },
      'meta-refresh',
    ),
  ),
  trackerPage(
    'refresh-header',
    'Refresh header',
    'The tracker answers a page whose Refresh header leads on.',
    { by: 'refresh-header', seconds: 0 },
    'refresh-header',
  ),
  trackerPage(
    'script-href',
    'Script: location.href from a timer',
    'The tracker looks the visitor over for a moment, then its script leads on.',
    { by: 'script', call: 'location.href', afterMs: 300 },
    'script',
  ),
  trackerPage(
    'script-assign',
    'Script: location.assign',
    'A JavaScript redirect by location.assign.',
    { by: 'script', call: 'location.assign', afterMs: 100 },
    'script',
  ),
  trackerPage(
    'script-replace',
    'Script: location.replace',
    'A JavaScript redirect at once, which leaves no entry in the history.',
    { by: 'script', call: 'location.replace', afterMs: 0 },
    'script',
  ),
  form('form-get', 'Form that is sent by GET', 'The landing page carries the IDs in hidden fields.', {
    by: 'form',
    method: 'get',
  }),
  form('form-post', 'Form that is posted', 'The IDs travel in the form’s body, and the offer answers at once.', {
    by: 'form',
    method: 'post',
  }),
  scenario('kept', 'form-post-303', {
    title: 'Form that is posted and redirected',
    story: 'The network takes the lead form, then sends the visitor on by 303, with the IDs back in the address.',
    query: META_AD,
    legs: [
      REDIRECT_TO_LANDING,
      { host: LANDING, way: { by: 'form', method: 'post' } },
      { host: NETWORK, way: { by: 'redirect', status: 303 } },
      { host: OFFER },
    ],
    steps: CTA,
    expect: {
      hops: [...REACHED_LANDING, hop(NETWORK, 'form', 303, { method: 'POST' }), hop(OFFER, 'http-redirect', 200)],
      ...ARRIVED,
    },
  }),
  form('form-self-post', 'Form that posts itself', 'No click needed: the page submits its hidden form as it loads.', {
    by: 'form',
    method: 'post',
    submits: 'itself',
  }),
  addressBar(
    'push-state',
    'Single-page landing page',
    'The page moves to its step 2 by pushState, without any request.',
    {
      call: 'pushState',
      pass: { set: { step: '2' } },
    },
  ),
  addressBar(
    'replace-state',
    'Page that tidies its address, button that remembers',
    'The page takes utm tags and fbclid out of its address bar; its button carries them on.',
    TIDY,
  ),
  scenario('kept', 'tidied-address', {
    title: 'Page that tidies its address',
    story: 'The ID arrived with the page, which then only cleans its address bar: nothing is lost.',
    query: META_AD,
    legs: [REDIRECT_TO_LANDING, { host: LANDING, address: TIDY }],
    expect: {
      hops: [...REACHED_LANDING, hop(LANDING, 'history', null)],
      ...ARRIVED,
      findings: ['id-stripped'],
      blame: 1,
    },
  }),
  scenario('kept', 'fragment', {
    title: 'Jump inside the page',
    story: 'The visitor jumps to the offer box by a #fragment, then clicks the button.',
    query: META_AD,
    legs: [REDIRECT_TO_LANDING, { host: LANDING, way: { by: 'link' }, anchor: 'offer' }, { host: OFFER }],
    steps: [{ click: '#to-offer' }, ...CTA],
    expect: { hops: [...REACHED_LANDING, hop(LANDING, 'fragment', null), hop(OFFER, 'link', 200)], ...ARRIVED },
  }),
]
