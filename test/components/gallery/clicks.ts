import type { RecordedPath } from '../../../lib/model/click-path.ts'
import { click, inPage, type ToldHop } from './click.ts'

/** As Meta spells one: 61 characters of base64url. */
export const FBCLID = 'IwAR2kYd8sZ0vQ3xHn7fGm1TqLpJcR5bWuE9aXoVtK6yNzBhD4iSgPwMCeFrU'
const GCLID = 'Cj0KCQiAoae5BhCNARIsADVLzZcQ9f2mKp7XyTb1WqHs0dRjVnE8LuGo3aFtIxY6kPZwBvC4hMsN5eJaAqRdEALw_wcB'
const TRACKER_ID = 'w7G4kQ9ZtB2mXc5R'

const redirector = (n: number): ToldHop =>
  `https://r${n}.redirect-farm.example/go?step=${n}&clickid=${TRACKER_ID}&s1=adset-12`

/** Clicks as they happen to media buyers, one situation each. */
export const CLICKS = {
  delivered: click(
    `https://ad.social.example/l?u=lp&fbclid=${FBCLID}&utm_source=facebook&utm_campaign=autumn-lookalike`,
    `https://trk.example/c/7f3a?fbclid=${FBCLID}&utm_source=facebook&utm_campaign=autumn-lookalike`,
    { url: `https://lp.example/quiz?fbclid=${FBCLID}&utm_source=facebook&utm_campaign=autumn-lookalike`, status: 200 },
    { url: `https://trk.example/click?fbclid=${FBCLID}`, cause: 'link', openerTabId: 1, tabId: 2 },
    `https://offer.example/order?fbclid=${FBCLID}`,
  ),
  lost: click(
    `https://ad.social.example/l?fbclid=${FBCLID}&utm_source=facebook`,
    `https://trk.example/c/7f3a?fbclid=${FBCLID}&utm_source=facebook`,
    { url: 'https://lp.example/quiz?utm_source=facebook', status: 200 },
    { url: 'https://offer.example/order', cause: 'link' },
  ),
  renamed: click(
    `https://trk.example/base.php?clickid=${TRACKER_ID}`,
    `https://net.example/aff_c?offer_id=482&s1=${TRACKER_ID}`,
    `https://smart.example/in?aff_sub=${TRACKER_ID}&offer_id=482`,
    `https://offer.example/join?aff_sub=${TRACKER_ID}`,
  ),
  handedOver: click(
    `https://ad.search.example/aclk?gclid=${GCLID}`,
    `https://trk.example/c/9b?gclid=${GCLID}`,
    'https://net.example/click?clickid=NT-5c8e1f7a90b24d36',
    'https://offer.example/?clickid=NT-5c8e1f7a90b24d36',
  ),
  replaced: click(
    `https://ad.social.example/l?fbclid=${FBCLID}`,
    `https://trk.example/c/7f3a?fbclid=${FBCLID}`,
    'https://lp.example/quiz?fbclid=TEST_DO_NOT_USE',
    { url: 'https://offer.example/order?fbclid=TEST_DO_NOT_USE', cause: 'script' },
  ),
  altered: click(
    `https://ad.search.example/aclk?gclid=${GCLID}`,
    `https://trk.example/c/9b?gclid=${GCLID}`,
    `https://lp.example/?gclid=${GCLID.slice(0, 50)}`,
    { url: `https://offer.example/?gclid=${GCLID.slice(0, 50)}`, cause: 'link' },
  ),
  tidied: click(
    `https://ad.social.example/l?fbclid=${FBCLID}`,
    `https://shop.example/sale?fbclid=${FBCLID}`,
    inPage('https://shop.example/sale'),
  ),
  bare: click('https://short.example/x7', 'https://www.shop.example/sale', {
    url: 'https://www.shop.example/sale/shoes',
    cause: 'link',
    status: 200,
  }),
  onlyTags: click(
    'https://mail.example/l?utm_source=newsletter&utm_campaign=autumn',
    'https://shop.example/?utm_source=newsletter&utm_campaign=autumn',
  ),
  live: click(`https://ad.social.example/l?fbclid=${FBCLID}`, `https://trk.example/c/7f3a?fbclid=${FBCLID}`, {
    url: `https://lp.example/quiz?fbclid=${FBCLID}`,
    status: null,
    durationMs: null,
  }),
  liveLater: click(
    `https://ad.social.example/l?fbclid=${FBCLID}`,
    `https://trk.example/c/7f3a?fbclid=${FBCLID}`,
    { url: `https://lp.example/quiz?fbclid=${FBCLID}&s1=lp-7-b`, status: 200 },
    { url: `https://offer.example/?fbclid=${FBCLID}&s1=lp-7-b`, cause: 'link', status: null, durationMs: null },
  ),
  long: click(...Array.from({ length: 20 }, (_, n) => redirector(n + 1)), {
    url: 'https://offer.example/landing?s1=adset-12',
    status: 200,
  }),
  historyStorm: click(
    `https://ad.social.example/l?fbclid=${FBCLID}`,
    `https://app.example/?fbclid=${FBCLID}`,
    ...Array.from({ length: 998 }, (_, n) => inPage(`https://app.example/?fbclid=${FBCLID}&slide=${n}`)),
  ),
  manyIds: click(
    ...['https://ad.example/go', 'https://trk.example/c', 'https://offer.example/in'].map(
      (base, hop) =>
        `${base}?${[
          `fbclid=${FBCLID}`,
          ...[1, 2, 3, 4, 5].flatMap((n) => [`sub${n}=sub-value-${n}${n}${n}`, `aff_sub${n}=aff-value-${n}${n}${n}`]),
          ...(hop < 2 ? [1, 2, 3, 4, 5].map((n) => `s${n}=slot-value-${n}${n}`) : []),
          'utm_source=facebook&utm_medium=cpc&utm_campaign=autumn&utm_content=video-3&utm_term=shoes',
        ].join('&')}`,
    ),
  ),
  longValues: click(
    `https://ad.social.example/l?fbclid=${FBCLID.repeat(12)}&clickid=${'a'.repeat(40)}&subid=%E2%80%AEgpj.live%00%3Cimg src=x onerror=alert(1)%3E`,
    `https://${'very-long-subdomain.'.repeat(6)}tracker.example/c/${'path/'.repeat(60)}?fbclid=${FBCLID.repeat(12)}&subid=%E2%80%AEgpj.live%00%3Cimg src=x onerror=alert(1)%3E`,
    `https://offer.example/?fbclid=${FBCLID.repeat(12)}`,
  ),
  notFound: click(`https://trk.example/c/7f3a?fbclid=${FBCLID}`, {
    url: `https://lp.example/quiz?fbclid=${FBCLID}`,
    status: 404,
  }),
  macro: click('https://trk.example/c?clickid={clickid}&utm_source=push', 'https://offer.example/?clickid={clickid}'),
  failed: click(
    `https://ad.social.example/l?fbclid=${FBCLID}`,
    { url: `https://trk.example/c/7f3a?fbclid=${FBCLID}`, fromCache: true, status: 301 },
    {
      url: `http://lp-old.example/quiz?fbclid=${FBCLID}&cid={clickid}`,
      status: null,
      error: 'net::ERR_NAME_NOT_RESOLVED',
    },
  ),
  kept: {
    ...click(`https://ad.social.example/l?fbclid=${FBCLID}&gclid=${GCLID}&ttclid=E.C.P.CrIBU0dCa2V5a3dzV2FzZGZnaGpr`, {
      url: `https://lp.example/quiz?fbclid=${FBCLID}&gclid=${GCLID}&ttclid=E.C.P.CrIBU0dCa2V5a3dzV2FzZGZnaGpr`,
      status: 200,
    }),
    landing: {
      at: 0,
      url: 'https://lp.example/quiz',
      kept: [
        { where: 'cookie', name: '_fbc', value: `fb.1.1764000000000.${FBCLID}` },
        { where: 'cookie', name: '_fbp', value: 'fb.1.1764000000000.1098115397' },
        { where: 'cookie', name: '_gcl_aw', value: 'GCL.1763000000.Cj0KCQiA_another_click_of_last_week_EALw_wcB' },
      ],
      links: [
        { how: 'link', url: 'https://offer.example/order' },
        { how: 'link', url: 'https://trk.example/click/2' },
        { how: 'form', url: 'https://offer.example/subscribe' },
      ],
    },
  },
  encodedTwice: click(
    'https://trk.example/c?clickid=Ab12%2Fcd34%2Bef56%3D',
    'https://offer.example/?clickid=Ab12%252Fcd34%252Bef56%253D',
  ),
} satisfies Record<string, RecordedPath>
