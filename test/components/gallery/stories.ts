import type { PopupProps } from '../../../components/popup-props.ts'
import { judge } from '../../../lib/findings/judge.ts'
import { verdictSentence } from '../../../lib/findings/verdict-sentence.ts'
import type { RecordedPath } from '../../../lib/model/click-path.ts'
import type { PostbackAttempt } from '../../../lib/model/postback.ts'
import { changesOf } from '../../../lib/ui/change.ts'
import { CLICKS } from './clicks.ts'
import { ATTEMPTS, ENDPOINTS } from './postbacks.ts'

/** One situation of the popup: what it shows, and the tab that is opened to look at it. */
export interface Story extends Pick<PopupProps, 'state' | 'endpoints' | 'attempts'> {
  tab?: 'findings' | 'ids' | 'hops' | 'postback'
  paused?: boolean
  pinned?: boolean
}

const story = (state: PopupProps['state'], rest: Partial<Story> = {}): Story => ({
  state,
  endpoints: ENDPOINTS,
  attempts: [],
  ...rest,
})

const walked = (recorded: RecordedPath, rest: Partial<Story> = {}, live = false): Story => {
  const path = judge(recorded)
  return story({ kind: 'path', path, changes: changesOf(path), sentence: verdictSentence(path), live }, rest)
}

const posted = (...attempts: PostbackAttempt[]): Story => walked(CLICKS.delivered, { tab: 'postback', attempts })

/** Every state the popup has, by the name it is called in an address: `?story=lost`. */
export const STORIES: Record<string, Story> = {
  lost: walked(CLICKS.lost),
  delivered: walked(CLICKS.delivered),
  renamed: walked(CLICKS.renamed),
  'handed-over': walked(CLICKS.handedOver),
  replaced: walked(CLICKS.replaced),
  altered: walked(CLICKS.altered),
  tidied: walked(CLICKS.tidied),
  failed: walked(CLICKS.failed),
  'not-found': walked(CLICKS.notFound),
  macro: walked(CLICKS.macro),
  'no-identifier': walked(CLICKS.bare),
  'only-tags': walked(CLICKS.onlyTags),
  live: walked(CLICKS.live, {}, true),
  'live-later': walked(CLICKS.liveLater, {}, true),
  'long-path': walked(CLICKS.long),
  'history-storm': walked(CLICKS.historyStorm),
  'many-ids': walked(CLICKS.manyIds),
  'long-values': walked(CLICKS.longValues, { tab: 'ids' }),
  ids: walked(CLICKS.renamed, { tab: 'ids' }),
  hops: walked(CLICKS.failed, { tab: 'hops' }),
  cut: walked({ ...CLICKS.delivered, cut: { hopsBefore: 12, urls: [3] } }),
  unheard: walked({ ...CLICKS.delivered, cut: { unheard: true } }),
  'hops-long': walked(CLICKS.long, { tab: 'hops' }),
  kept: walked(CLICKS.kept, { tab: 'ids' }),
  'links-without-id': walked(CLICKS.kept),
  'encoded-twice': walked(CLICKS.encodedTwice),
  paused: walked(CLICKS.delivered, { paused: true }),
  pinned: walked(CLICKS.delivered, { pinned: true }),
  'paused-empty': story({ kind: 'empty' }, { paused: true }),
  loading: story({ kind: 'loading' }),
  empty: story({ kind: 'empty' }),
  'internal-page': story({ kind: 'internal-page' }),
  'no-permission': story({ kind: 'no-permission' }),
  error: story({ kind: 'error', message: 'The stored click could not be read: hops.2.url: expected string' }),
  'postback-first': walked(CLICKS.delivered, { tab: 'postback', endpoints: [] }),
  'postback-ready': posted(),
  'postback-problems': walked(CLICKS.bare, { tab: 'postback' }),
  'postback-booked': posted(ATTEMPTS.booked, ATTEMPTS.serverError, ATTEMPTS.timeout),
  'postback-unknown-click': posted(ATTEMPTS.unknownClick),
  'postback-empty': posted(ATTEMPTS.empty),
  'postback-redirected': posted(ATTEMPTS.redirected),
  'postback-markup': posted(ATTEMPTS.markup),
  'postback-404': posted(ATTEMPTS.notFound),
  'postback-500': posted(ATTEMPTS.serverError),
  'postback-under-way': posted(ATTEMPTS.underWay),
  'postback-host-not-found': posted(ATTEMPTS.hostNotFound),
  'postback-refused': posted(ATTEMPTS.refused),
  'postback-tls': posted(ATTEMPTS.tls),
  'postback-timeout': posted(ATTEMPTS.timeout),
  'postback-interrupted': posted(ATTEMPTS.interrupted),
  'postback-network': posted(ATTEMPTS.network),
}
