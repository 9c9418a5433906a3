import type { Damage } from '../identifiers/likeness.ts'
import type { ProbeWalk } from '../model/probe-walk.ts'
import type { Landed, ProbeResult } from '../postback/probe/probe-report.ts'
import { arrivalOf } from './arrival.ts'
import { clock } from './clock.ts'
import { count } from './count.ts'
import { hopNumber, PLACE_WORDS, statusWords } from './hop-words.ts'
import { urlParts } from './url-parts.ts'

const CHANGE_WORDS: Record<Damage | 'recoded', string> = {
  truncated: 'cut short',
  'case-changed': 'case changed',
  'double-encoded': 'encoded twice',
  'plus-decoded': '+ became a space',
  altered: 'altered',
  recoded: 'inside another value',
}

/** What a row of the report says, and how loudly: as the picture's lanes do. */
export interface ProbeWords {
  tone: 'pass' | 'warning' | 'error' | 'pending' | 'quiet'
  word: string
}

type Outcome = Pick<ProbeResult, 'outcome' | 'change' | 'last'>

/** What became of a test value, in words. Nothing has arrived before the last page is there. */
export function probeWords({ outcome, change, last }: Outcome, walk: Pick<ProbeWalk, 'hops' | 'live'>): ProbeWords {
  const arrival = arrivalOf(walk, walk.live)
  switch (outcome) {
    case 'arrived':
      if (arrival === 'under-way') return { tone: 'pending', word: 'there so far' }
      return arrival === 'failed' ? { tone: 'error', word: 'undelivered' } : { tone: 'pass', word: 'arrived' }
    case 'changed':
      // What can be read back is no loss, but somebody has to read it back.
      return { tone: change === 'recoded' ? 'warning' : 'error', word: CHANGE_WORDS[change ?? 'altered'] }
    case 'lost':
      return { tone: 'error', word: last ? `lost after ${hopNumber(last.hop)}` : 'lost' }
    case 'never-seen':
      return { tone: 'error', word: 'never seen' }
    case 'not-traced':
      return { tone: 'quiet', word: 'not traced' }
  }
}

/** Where a hop was, for who counts from one: `hop 3, lp.example`. */
export function hopWords(hop: number, { hops }: Pick<ProbeWalk, 'hops'>): string {
  const { host } = urlParts(hops[hop]?.url ?? '')
  return host === '' ? hopNumber(hop) : `${hopNumber(hop)}, ${host}`
}

/** Where a value stands that has no name of its own. */
export const placeWords = ({ where }: Landed): string => `in the ${PLACE_WORDS[where]}`

/** A walk in the list of walks: when, how far and where to. */
export function walkWords({ openedAt, hops }: ProbeWalk): string {
  return `${clock(openedAt)}, ${count(hops.length, 'hop')} to ${urlParts(hops.at(-1)?.url ?? '').host}`
}

/** The whole report in a sentence, to be read first. */
export function probeSentence(report: readonly Outcome[], walk: ProbeWalk): string {
  const last = walk.hops.at(-1)
  const { host } = urlParts(last?.url ?? '')
  if (walk.live) return `Walking … ${count(walk.hops.length, 'hop')} so far, ${host}`
  const traced = report.filter(({ outcome }) => outcome !== 'not-traced')
  const arrived = traced.filter(({ outcome }) => outcome === 'arrived').length
  if (last && arrivalOf(walk, false) === 'failed')
    return `No page came at ${host} (${statusWords(last).text}): ${arrived} of ${count(traced.length, 'value')} got that far`
  return `${arrived} of ${count(traced.length, 'value')} arrived at ${host}`
}
