import type { Click, PinnedView, WorkbenchProps } from '../../../components/workbench/workbench-props.ts'
import { judge } from '../../../lib/findings/judge.ts'
import { verdictSentence } from '../../../lib/findings/verdict-sentence.ts'
import type { RecordedPath } from '../../../lib/model/click-path.ts'
import type { ConversionApi } from '../../../lib/model/conversion-api.ts'
import { Endpoint } from '../../../lib/model/endpoint.ts'
import type { PinnedList, PinnedSummary } from '../../../lib/model/pinned.ts'
import type { PostbackAttempt } from '../../../lib/model/postback.ts'
import type { ProbeView, ProbeWalk } from '../../../lib/model/probe-walk.ts'
import { CONVERSION_APIS } from '../../../lib/postback/conversion-apis/registry.ts'
import { isBare } from '../../../lib/ui/bare.ts'
import { click } from './click.ts'
import { CLICKS } from './clicks.ts'
import { manyAttempts } from './many-attempts.ts'
import { ATTEMPTS } from './postbacks.ts'

/** One situation of the workbench. */
export interface WorkbenchStory
  extends Pick<WorkbenchProps, 'click' | 'endpoints' | 'attempts' | 'apis' | 'failure' | 'now'> {
  pinned: PinnedList
  /** Id of the pinned click that is tested with. */
  lead?: string
  /** What was typed before, by field. */
  typed: Record<string, string>
  /** What is recorded of the probe. */
  probe: ProbeView
}

const clicked = (recorded: RecordedPath): Click => {
  const path = judge(recorded)
  return { kind: 'path', path, sentence: verdictSentence(path), live: false }
}

/** Paths that were pinned, by id. */
export const PINNED: Record<string, PinnedView> = Object.fromEntries(
  [{ ...CLICKS.lost, name: 'Autumn lookalike, without its fbclid' }, CLICKS.delivered, CLICKS.bare].map((recorded) => {
    const path = judge(recorded)
    return [path.id, { pinnedAt: '2026-11-21T09:20:00.000Z', path, sentence: verdictSentence(path) }]
  }),
)

const summaryOf = ({ pinnedAt, path, sentence }: PinnedView): PinnedSummary => {
  const { id, name, startedAt, hops, verdict } = path
  const [from = '', to = from] = [hops[0]?.url, hops.at(-1)?.url]
  return {
    id,
    bare: isBare(path),
    ...(name !== undefined && { name }),
    pinnedAt,
    startedAt,
    hops: hops.length,
    from,
    to,
    verdict,
    sentence,
  }
}

export const ENDPOINTS: Endpoint[] = [
  Endpoint.parse({
    ...{ id: 't-voluum', name: 'Voluum, main account', preset: 'voluum', method: 'GET', mapping: {} },
    url: 'https://trk.example/postback?cid={clickid}&payout={payout}&txid={txid}&et={status}',
    values: { payout: '12.50', txid: 'TEST-2468', status: 'sale' },
  }),
  Endpoint.parse({
    ...{ id: 't-json', name: 'Network, server to server', method: 'POST', mapping: {}, values: { amount: '12,50' } },
    url: 'http://net.example/s2s?tid=[transaction_id]&&status=',
    body: { type: 'json', rows: [{ name: 'amount', value: '{amount}', raw: true }] },
    headers: [{ name: 'Authorization', value: 'Bearer {token}' }],
    secrets: { token: 'never-shown' },
  }),
]

const API = { ...CONVERSION_APIS.meta.defaults, token: 'never-shown', testEventCode: 'TEST12345' }
const APIS: ConversionApi[] = [
  { ...API, id: 'a-shop', name: 'Shop, Germany', platform: 'meta', pixelId: '1029384756012345' },
  { ...API, id: 'a-quiz', name: 'Quiz funnel', platform: 'meta', pixelId: '5647382910111213' },
  {
    ...API,
    ...CONVERSION_APIS.tiktok.defaults,
    id: 'a-tt',
    name: 'TikTok, all',
    platform: 'tiktok',
    pixelId: 'C4ABCDEF',
  },
]
const EVENT_SENT: PostbackAttempt = {
  ...{ version: 2, id: 'api-1', startedAt: '2026-11-21T09:08:00.000Z', durationMs: 212, failure: null },
  endpoint: { id: 'api:a-shop', name: 'Shop, Germany', preset: 'meta' },
  request: {
    method: 'POST',
    url: 'https://graph.facebook.com/v24.0/1029384756012345/events',
    body: {
      type: 'json',
      text: '{"data":[{"event_name":"Lead","event_id":"a3c1-order-7"}],"test_event_code":"TEST12345","access_token":"{access_token}"}',
    },
  },
  response: {
    ...{ status: 200, finalUrl: 'https://graph.facebook.com/v24.0/1029384756012345/events', headers: [] },
    body: '{"events_received":1,"messages":[],"fbtrace_id":"AbCdEf123"}',
    bodyTruncated: false,
  },
  classification: { class: 'test', start: 1, end: 20 },
}

const fired = (attempt: PostbackAttempt, at: number): PostbackAttempt => ({
  ...attempt,
  id: `${attempt.id}-${at}`,
  startedAt: new Date(Date.UTC(2026, 10, 21, 9, 6 + at)).toISOString(),
  endpoint: { id: 't-voluum', name: 'Voluum, main account', preset: 'voluum' },
})

export const FIRED: PostbackAttempt[] = Object.values(ATTEMPTS)
  .filter(({ durationMs }) => durationMs !== null)
  .map(fired)
  .reverse()

const PROBED = 'https://trk.example/c/7f3a?clickid=MYTESTclickidaB3x&s1=MYTESTs1aB3x&s2=MYTESTs2aB3x&cost=0.01'

const walk = (id: string, openedAt: string, ...urls: string[]): ProbeWalk => ({
  ...{ id, openedAt, live: false, closed: false },
  hops: click(PROBED, ...urls).hops,
})

const probed = (...walks: ProbeWalk[]): Partial<WorkbenchStory> => ({
  probe: { walks, live: walks.some(({ live }) => live), paused: false },
  typed: {
    'workbench.section': 'probe',
    'probe.link': 'https://trk.example/c/7f3a?clickid={clickid}&s1={campaign}&s2={adset}&cost={cost}',
    'probe.salt': 'aB3x',
  },
})

const story = (rest: Partial<WorkbenchStory> = {}): WorkbenchStory => ({
  click: clicked(CLICKS.delivered),
  endpoints: ENDPOINTS,
  attempts: [],
  apis: [],
  pinned: { paths: [], unreadable: 0 },
  failure: '',
  now: '2026-11-21T09:30:00.000Z',
  typed: {},
  probe: { walks: [], live: false, paused: false },
  ...rest,
})

/** Every state of the workbench, by the name it is called in an address: `?story=wb-endpoints`. */
export const WORKBENCH_STORIES: Record<string, WorkbenchStory> = {
  'wb-empty': story({ click: { kind: 'none' }, endpoints: [] }),
  'wb-endpoints': story({ attempts: FIRED }),
  'wb-problems': story({ typed: { 'workbench.endpoint': 't-json' } }),
  'wb-attempts': story({ attempts: FIRED, typed: { 'workbench.section': 'attempts' } }),
  // Made when it is looked at: the other stories need not wait for it.
  get 'wb-many-attempts'() {
    return story({ attempts: manyAttempts(5_000, ENDPOINTS), typed: { 'workbench.section': 'attempts' } })
  },
  get 'wb-many-endpoint'() {
    return story({ attempts: manyAttempts(5_000, ENDPOINTS) })
  },
  'wb-no-attempts': story({ typed: { 'workbench.section': 'attempts' } }),
  'wb-compare': story({
    attempts: FIRED,
    typed: {
      'workbench.section': 'compare',
      'compare.expected': ENDPOINTS[0]?.url ?? '',
      'compare.live': 'https://trk.example/postback?cid=%7Bclickid%7D&payout=12,50&et=sale&et=lead',
    },
  }),
  'wb-conversions': story({
    apis: APIS,
    attempts: [EVENT_SENT],
    typed: {
      'workbench.section': 'conversions',
      'event.meta.em': 'Jo@Example.com',
      'event.meta.st': 'Bavaria',
      'event.meta.eventId': 'a3c1-order-7',
      'event.meta.eventOf': CLICKS.delivered.id,
    },
  }),
  'wb-no-conversions': story({ typed: { 'workbench.section': 'conversions' } }),
  'wb-probe': story({
    typed: {
      'workbench.section': 'probe',
      'probe.link': 'https://trk.example/c/7f3a?fbclid={fbclid}&s1=[campaign]&cost={cost}',
    },
  }),
  'wb-probe-walking': story(
    probed({
      ...walk('live', '2026-11-21T09:05:12.000Z', 'https://net.example/r?aff_sub=MYTESTclickidaB3x'),
      live: true,
    }),
  ),
  'wb-probe-walked': story(
    probed(
      {
        ...walk(
          'newest',
          '2026-11-21T09:12:41.000Z',
          'https://net.example/r?aff_sub=MYTESTclickidaB3x&aff_sub2=MYTESTs1aB3x&aff_sub3=MYTESTs2aB3x',
          'https://shop.example/deal?tid=MYTESTclickidaB3x&ref=mytests2ab3x',
        ),
        closed: true,
      },
      walk('older', '2026-11-21T09:05:12.000Z', 'https://shop.example/deal?tid=MYTESTclickidaB3x'),
    ),
  ),
  'wb-campaign': story({
    typed: { 'workbench.section': 'campaign', 'campaign.landing': 'https://lp.example/quiz?utm_source=old#top' },
  }),
  'wb-pinned': story({
    pinned: { paths: Object.values(PINNED).map(summaryOf), unreadable: 1 },
    typed: { 'workbench.section': 'pinned' },
  }),
  'wb-lead': story({
    pinned: { paths: Object.values(PINNED).map(summaryOf), unreadable: 0 },
    lead: Object.keys(PINNED)[0] ?? '',
  }),
  'wb-lead-gone': story({ pinned: { paths: Object.values(PINNED).map(summaryOf), unreadable: 0 }, lead: 'unpinned' }),
  'wb-no-pinned': story({ typed: { 'workbench.section': 'pinned' } }),
  'wb-failure': story({ failure: 'The background does not answer.' }),
}
