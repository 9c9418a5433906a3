import type { BodyRow } from '../../lib/model/endpoint.ts'
import type { Identifier } from '../../lib/model/identifier.ts'
import type { CheckInput, Mode } from '../../lib/postback/checks/subject.ts'

/** A postback with one thing wrong in it, of which the checker must say just that. */
export interface CheckExample {
  id: string
  /** When it is told, in words. */
  when: string
  /** A campaign's URL is checked for a platform; `live` is a callback that somebody sent. */
  mode: Mode
  url: string
  /** What is marked in the URL; null where nothing stands that could be. */
  mark: string | null
  /** Whose postback it is, or at whose platform it is pasted. */
  preset?: string
  sender?: string
  about?: Partial<Pick<CheckInput, 'identifiers' | 'path' | 'lifespanDays' | 'now'>>
  values?: Record<string, string>
  secrets?: Record<string, string>
  body?: readonly BodyRow[]
}

const ID = 'Ab3dEf9hIj2k'

const identifier = (more: Partial<Identifier> = {}): Identifier => ({
  name: 'clickid',
  value: ID,
  kind: 'tracker-click-id',
  platform: null,
  trail: [{ hop: 0, state: 'appeared', name: 'clickid', where: 'query', value: ID }],
  outcome: 'delivered',
  ...more,
})

/** The click of which every example is told. */
export const EXAMPLE_CLICK: readonly Identifier[] = [identifier()]
/** What is typed for its macros. */
export const EXAMPLE_VALUES = { payout: '12.50', status: 'sale', txid: 'T-1', currency: 'EUR' }

const DAY_MS = 86_400_000
const NOW = Date.UTC(2026, 10, 21)
const PATH: NonNullable<CheckInput['path']> = {
  startedAt: new Date(NOW - 40 * DAY_MS).toISOString(),
  hops: [
    {
      ...{ index: 0, url: 'https://go.tracker-one.com/c?clickid=Ab3dEf9hIj2k', cause: 'link', tabId: 1, method: 'GET' },
      ...{ status: 200, error: null, fromCache: false, startedAt: NOW - 40 * DAY_MS, durationMs: null },
    },
  ],
}
const IN_SUB1 = identifier({
  name: 'cid',
  trail: [
    { hop: 0, state: 'appeared', name: 'cid', where: 'query', value: ID },
    { hop: 1, state: 'renamed', name: 'sub1', where: 'query', value: ID },
  ],
})

const PB = 'https://trk.test/pb'

const template = (
  id: string,
  when: string,
  url: string,
  mark: string | null,
  more: Partial<CheckExample> = {},
): CheckExample => ({ id, when, mode: 'template', url, mark, ...more })

/** One or more for each thing that the checker knows to say, the address first, then names, values, the click. */
export const CHECK_EXAMPLES: readonly CheckExample[] = [
  template('not-a-url', 'the URL has no scheme, or is none', 'trk.test/pb?cid={clickid}', 'trk.test/pb?cid={clickid}'),
  template('not-http', 'its scheme is neither http nor https', 'ftp://trk.test/pb?cid={clickid}', 'ftp:'),
  template('http', 'it is http where https would be', 'http://trk.test/pb?cid={clickid}', 'http://'),
  template(
    'credentials-in-url',
    'a user name stands before the host',
    'https://me:pw@trk.test/pb?cid={clickid}',
    'me:pw@',
  ),
  template(
    'example-host',
    'the host is one of the documentation',
    'https://tracker.example/pb?cid={clickid}',
    'tracker.example',
  ),
  template(
    'near-host',
    'the host is a letter away from one of the click, or of the preset',
    'https://go.tracker-onne.com/pb?cid={clickid}',
    'go.tracker-onne.com',
    { about: { path: PATH } },
  ),
  template(
    'near-host',
    'the host is a letter away from one of the click, or of the preset',
    'https://trc.tabola.com/s2s?click-id={clickid}&name=sale',
    'trc.tabola.com',
    { preset: 'taboola' },
  ),
  template('too-long', 'it is longer than 64 KiB', `${PB}?cid={clickid}&n=${'x'.repeat(66_000)}`, null),
  template('space', 'a space or a line break stands in it', `${PB}?cid={clickid}&n=a b`, ' '),
  template('outer-space', 'a space stands before or after it', `${PB}?cid={clickid} `, ' '),
  template('second-question-mark', 'a second ? stands in the query', `${PB}?cid={clickid}?n=1`, '?'),
  template('fragment', 'something stands after #; in a campaign URL, a macro', `${PB}?cid={clickid}#n`, '#n'),
  template(
    'fragment',
    'something stands after #; in a campaign URL, a macro',
    'https://lp.test/?utm_source=a#ad={{ad.id}}',
    '#ad={{ad.id}}',
    { mode: 'paste', sender: 'meta' },
  ),
  template('no-question-mark', 'parameters stand in the path, behind an & without a ?', `${PB}&cid={clickid}`, '&'),
  template('extra-ampersand', 'an & stands twice, or at an end of the query', `${PB}?cid={clickid}&&n=1`, '&&'),
  template('html-ampersand', 'an & is spelt &amp;', `${PB}?cid={clickid}&amp;n=1`, '&amp;'),
  template(
    'unencoded-value',
    'a value holds what no URL may, or a whole URL',
    `${PB}?cid={clickid}&u=https://x.test/`,
    'https://x.test/',
  ),
  template('double-encoded', 'a value is encoded twice', `${PB}?cid={clickid}&n=a%2520b`, 'a%2520b'),
  template('duplicate-parameter', 'a parameter is there twice', `${PB}?cid={clickid}&n=1&n=2`, 'n=2'),
  template('empty-value', 'a parameter holds nothing', `${PB}?cid={clickid}&n=`, 'n='),
  template('unfilled-macro', 'nothing fills a macro', `${PB}?cid={clickid}&goal={goal}`, '{goal}'),
  template(
    'misspelt-macro',
    'a macro is nearly one that would be filled, or that the platform has',
    `${PB}?cid={clickid}&p={payuot}`,
    '{payuot}',
  ),
  template(
    'misspelt-macro',
    'a macro is nearly one that would be filled, or that the platform has',
    `${PB}?cid={clik_id}`,
    '{clik_id}',
    { mode: 'paste', sender: 'taboola' },
  ),
  template('unfilled-secret', 'a secret is empty', `${PB}?cid={clickid}&token={token}`, '{token}', {
    secrets: { token: '' },
  }),
  template(
    'value-is-macro',
    'the click itself carries a macro that nobody replaced',
    `${PB}?cid={clickid}&src={source}`,
    '{source}',
    { values: { source: '{traffic_source}' } },
  ),
  template('half-macro', 'a macro lacks a bracket', `${PB}?cid={clickid`, '{clickid'),
  template(
    'half-macro',
    'a macro lacks a bracket',
    'https://lp.test/?utm_source={{site_source_name}',
    '{{site_source_name}',
    {
      mode: 'paste',
      sender: 'meta',
    },
  ),
  template('half-macro', 'a macro lacks a bracket', `${PB}?cid=clickid}`, 'clickid}', { mode: 'live' }),
  template(
    'foreign-macro',
    "a macro is in another system's spelling, or encoded",
    `${PB}?cid=[transaction_id]`,
    '[transaction_id]',
  ),
  template(
    'foreign-macro',
    "a macro is in another system's spelling, or encoded",
    `${PB}?cid=%7Bclickid%7D`,
    '%7Bclickid%7D',
  ),
  template('literal-macro', 'a callback was sent with a macro in it', `${PB}?cid={clickid}`, '{clickid}', {
    mode: 'live',
  }),
  template(
    'placeholder',
    "a word of the documentation stands for a value, or a script's undefined",
    `${PB}?cid=REPLACE`,
    'REPLACE',
  ),
  template(
    'placeholder',
    "a word of the documentation stands for a value, or a script's undefined",
    `${PB}?cid=undefined`,
    'undefined',
    { mode: 'live' },
  ),
  template(
    'wrong-brackets',
    'a macro is not spelt as its platform spells it',
    `${PB}?cid=[transaction_id]`,
    '[transaction_id]',
    { mode: 'paste', sender: 'everflow' },
  ),
  template('unknown-macro', 'a platform is not known to have a macro', `${PB}?cid={whatever}`, '{whatever}', {
    mode: 'paste',
    sender: 'taboola',
  }),
  template('no-click-id', 'no parameter holds a click ID', `${PB}?txid=T-1`, null),
  template('other-click', "its click ID is another click's", `${PB}?cid=zzz999zzz999`, 'zzz999zzz999'),
  template('other-click', "its click ID is another click's", `${PB}?cid=zzz999zzz999`, 'zzz999zzz999', {
    mode: 'live',
  }),
  template(
    'click-id-damaged',
    "its click ID is this click's, cut, lower-cased or encoded once too often",
    `${PB}?cid=ab3def9hij2k`,
    'ab3def9hij2k',
    { mode: 'live' },
  ),
  template('other-slot', 'the click went out in one sub-ID and is asked for in another', `${PB}?cid={sub2}`, '{sub2}', {
    about: { identifiers: [IN_SUB1] },
    values: { sub2: ID },
  }),
  template('click-too-old', 'the click is older than the click session lifespan', `${PB}?cid={clickid}`, null, {
    about: { path: PATH, lifespanDays: 30, now: NOW },
  }),
  template('id-lost', 'the click lost its ID on the way', `${PB}?cid={clickid}`, null, {
    about: { identifiers: [identifier({ outcome: 'lost' })] },
  }),
  template('id-altered', "the click's ID was changed on the way", `${PB}?cid={clickid}`, null, {
    about: { identifiers: [identifier({ outcome: 'altered' })] },
  }),
  template(
    'ad-click-id',
    "the macro is filled with an ad platform's click ID, for want of a better",
    `${PB}?cid={clickid}`,
    null,
    { about: { identifiers: [identifier({ name: 'gclid', kind: 'ad-click-id' })] } },
  ),
  template('missing-parameter', 'the preset requires a parameter that is not there', `${PB}?click-id={clickid}`, null, {
    preset: 'taboola',
  }),
  template(
    'blank-parameter',
    'a parameter that the preset requires is blank',
    `${PB}?click-id={clickid}&name=`,
    'name=',
    { preset: 'taboola' },
  ),
  template(
    'misspelt-parameter',
    "a parameter's name is nearly one that the preset requires",
    `${PB}?click_id={clickid}&name=sale`,
    'click_id',
    { preset: 'taboola' },
  ),
  template(
    'unknown-value',
    'a status or goal is none that the preset takes',
    `${PB}?click_id={clickid}&token={payout}&conv_status=aproved`,
    'aproved',
    { preset: 'scaleo' },
  ),
  template(
    'unusual-value',
    'a status is none that the preset has from the start',
    `${PB}?subid={clickid}&status=Sale`,
    'Sale',
    { preset: 'keitaro' },
  ),
  template('no-status', 'no status is told, and the preset has one', `${PB}?subid={clickid}`, null, {
    preset: 'keitaro',
  }),
  template('payout-no-number', 'the payout is no number', `${PB}?cid={clickid}&payout=free`, 'free'),
  template('payout-comma', 'the payout has a comma', `${PB}?cid={clickid}&payout=12,50`, '12,50'),
  template('payout-with-unit', 'the payout holds its currency too', `${PB}?cid={clickid}&payout=12.5USD`, '12.5USD'),
  template(
    'payout-in-cents',
    'the payout is a whole number as large as cents are',
    `${PB}?cid={clickid}&payout=1250`,
    '1250',
  ),
  template('negative-payout', 'the payout is below zero', `${PB}?cid={clickid}&payout=-3`, '-3'),
  template(
    'no-currency',
    'a payout has no currency, and the preset has a parameter for it',
    `${PB}?cid={clickid}&payout=1`,
    null,
    { preset: 'voluum' },
  ),
  template(
    'no-currency-code',
    'the currency is not three letters',
    `${PB}?cid={clickid}&payout=1&currency=euro`,
    'euro',
    { preset: 'voluum' },
  ),
  template(
    'auth-missing',
    "the preset's token is missing: an error where it is required, a note where it may be",
    `${PB}?click_id={clickid}&conv_status=approved`,
    null,
    { preset: 'scaleo' },
  ),
  template(
    'auth-missing',
    "the preset's token is missing: an error where it is required, a note where it may be",
    `${PB}?transaction_id={clickid}`,
    null,
    { preset: 'tune' },
  ),
  template('secret-in-clear', 'a token stands in the template itself', `${PB}?cid={clickid}&token=abc123`, 'abc123'),
  template(
    'no-utm-source',
    'a campaign URL has tags, and no utm_source',
    'https://lp.test/?utm_medium=cpc',
    'utm_medium=cpc',
    { mode: 'paste', sender: 'meta' },
  ),
  template(
    'utm-in-capitals',
    'a tag of a campaign URL is in capitals',
    'https://lp.test/?utm_source=a&UTM_Medium=cpc',
    'UTM_Medium',
    { mode: 'paste', sender: 'meta' },
  ),
  template(
    'own-click-id',
    'a campaign URL holds the click ID that its platform adds by itself',
    'https://lp.test/?utm_source=a&fbclid=1',
    'fbclid=1',
    { mode: 'paste', sender: 'meta' },
  ),
]
