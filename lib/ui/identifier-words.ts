import type { Identifier, IdentifierKind, Outcome, Step } from '../model/identifier.ts'
import type { Arrival } from './arrival.ts'
import { hopNumber, PLACE_WORDS } from './hop-words.ts'
import { isUnfilled } from './lane-mark.ts'

export const KIND_WORDS: Record<IdentifierKind, string> = {
  'ad-click-id': 'ad click ID',
  'affiliate-click-id': 'affiliate click ID',
  'tracker-click-id': 'tracker click ID',
  'sub-id': 'sub-ID',
  'campaign-tag': 'campaign tag',
  other: 'other parameter',
}

const OUTCOME_WORDS: Record<Outcome, string> = {
  delivered: 'delivered',
  altered: 'altered',
  'handed-over': 'handed over',
  lost: 'lost',
}

const ARRIVAL_WORDS: Record<Arrival, string> = {
  'under-way': 'there so far',
  failed: 'undelivered',
  arrived: OUTCOME_WORDS.delivered,
}

/** What became of an identifier, in a word. Nothing is delivered before the last page is there. */
export function outcomeWord(identifier: Pick<Identifier, 'outcome' | 'kind' | 'value'>, arrival: Arrival): string {
  if (identifier.outcome !== 'delivered') return OUTCOME_WORDS[identifier.outcome]
  return isUnfilled(identifier) ? 'not filled' : ARRIVAL_WORDS[arrival]
}

/** Kind and issuer: `ad click ID · Meta`. */
export function kindWords(identifier: Pick<Identifier, 'kind' | 'platform'>): string {
  const kind = KIND_WORDS[identifier.kind]
  return identifier.platform ? `${kind} · ${identifier.platform}` : kind
}

function stepWords(step: Step): string {
  const place = step.where ? PLACE_WORDS[step.where] : ''
  switch (step.state) {
    case 'appeared':
      return place ? `in the ${place}` : 'appeared'
    case 'renamed':
      return step.name ? `renamed to ${step.name}` : 'renamed'
    case 'moved':
      return place ? `moved to the ${place}` : 'moved'
    case 'reencoded':
      return 're-encoded'
    case 'replaced':
      return 'replaced by another value'
    case 'stripped':
    case 'absent':
      return 'gone'
    default:
      return step.state
  }
}

export interface TrailLine {
  /** Index of the first hop it speaks of: the one to scroll to. */
  hop: number
  hops: string
  words: string
  /** The value there, where it is not the value the identifier began with. */
  value: string | null
}

/** An identifier's trail as lines to read; neighbouring hops of which the same is to be said share a line. */
export function trailLines(identifier: Pick<Identifier, 'trail' | 'value'>): TrailLine[] {
  const lines: (TrailLine & { last: number })[] = []
  for (const step of identifier.trail) {
    const words = stepWords(step)
    const value = step.value === undefined || step.value === identifier.value ? null : step.value
    const before = lines.at(-1)
    const same = before && before.words === words && (before.value === value || value === null)
    if (same && (step.state === 'kept' || step.state === 'absent' || step.state === 'altered')) {
      before.last = step.hop
      before.hops = `hops ${before.hop + 1}–${step.hop + 1}`
    } else lines.push({ hop: step.hop, last: step.hop, hops: hopNumber(step.hop), words, value })
  }
  return lines.map(({ last: _, ...line }) => line)
}
