import { heirOf } from '../findings/heir.ts'
import { placeholderIn } from '../identifiers/placeholder.ts'
import type { ClickPath } from '../model/click-path.ts'
import type { Identifier, Step } from '../model/identifier.ts'
import { hopNumber, PLACE_WORDS } from './hop-words.ts'

/** What happened to the value at a hop. Each has a shape of its own. */
export type LaneMark =
  | 'appeared'
  | 'renamed'
  | 'moved'
  | 'reencoded'
  | 'altered'
  | 'replaced'
  | 'restored'
  | 'lost'
  | 'missing'
  | 'tidied'
  | 'handed-over'
  | 'delivered'
  | 'undelivered'

/** How loudly a mark speaks: with the findings, never louder than they do. */
export type LaneTone = 'calm' | 'pass' | 'info' | 'warning' | 'error'

/** What the picture says of one hop of one lane. */
export interface LaneSaying {
  mark: LaneMark | null
  tone: LaneTone
  /** The mark in a word; empty where nothing happened. */
  word: string
  /** What the word leaves open: the new name, the new place, how it was damaged. */
  note: string
}

export const NOTHING_SAID: LaneSaying = { mark: null, tone: 'calm', word: '', note: '' }

const DAMAGE: Record<string, string> = {
  'id-truncated': 'cut short',
  'id-case-changed': 'case changed',
  'id-double-encoded': 'encoded twice',
  'id-plus-decoded': '+ became a space',
}

const findingsOf = (path: ClickPath, identifier: Identifier) =>
  path.findings.filter((finding) => finding.identifier === identifier.name)

/** A macro that nobody replaced: what travels is no value. */
export const isUnfilled = ({ kind, value }: Pick<Identifier, 'kind' | 'value'>): boolean =>
  placeholderIn(value, kind.endsWith('-id')) !== null

/** How loudly an identifier's trouble is told: as its findings do, and not at all where it arrived or raises nothing. */
export function toneOf(path: ClickPath, identifier: Identifier): LaneTone {
  if (identifier.outcome === 'delivered') return isUnfilled(identifier) ? 'error' : 'pass'
  const severities = findingsOf(path, identifier).map((finding) => finding.severity)
  return (['error', 'warning', 'info'] as const).find((severity) => severities.includes(severity)) ?? 'calm'
}

/** Whether the value is there on the step's hop, in whatever shape. */
export const isThere = (step: Step | undefined): boolean =>
  step !== undefined && step.state !== 'stripped' && step.state !== 'absent' && step.state !== 'replaced'

/** What is said where a value is no longer there; `at` is the place in the trail. */
export function sayGone(path: ClickPath, identifier: Identifier, at: number): LaneSaying {
  const step = identifier.trail[at]
  const hop = step?.hop ?? 0
  const cause = path.hops[hop]?.cause
  const backLater = identifier.trail.slice(at).some(isThere)
  if (!backLater && identifier.outcome === 'handed-over') {
    const heir = heirOf(path, identifier.name, hop)
    const note = heir && heir.name !== identifier.name ? `to ${heir.name}` : 'to a new value'
    return { mark: 'handed-over', tone: toneOf(path, identifier), word: 'handed over', note }
  }
  if (!backLater && identifier.outcome === 'lost') {
    const tone = toneOf(path, identifier)
    if (step?.state === 'replaced') return { mark: 'replaced', tone, word: 'replaced', note: 'by another value' }
    return { mark: 'lost', tone, word: 'lost', note: `after ${hopNumber(identifier.trail[at - 1]?.hop ?? hop - 1)}` }
  }
  if (cause === 'history' || cause === 'fragment')
    return { mark: 'tidied', tone: 'info', word: 'tidied away', note: 'by the page' }
  return { mark: 'missing', tone: 'info', word: 'missing', note: 'in this hop' }
}

/** What is said where a damaged value is: a word, and how it was damaged. */
export function sayDamaged(path: ClickPath, identifier: Identifier, word: string): LaneSaying {
  const rule = findingsOf(path, identifier).find((finding) => Object.hasOwn(DAMAGE, finding.rule))?.rule
  const tone = identifier.outcome === 'altered' ? toneOf(path, identifier) : 'info'
  return { mark: 'altered', tone, word, note: rule ? (DAMAGE[rule] ?? '') : '' }
}

/** What is said where a value is there; `at` is the place in the trail. */
export function sayThere(path: ClickPath, identifier: Identifier, at: number): LaneSaying {
  const step = identifier.trail[at] as Step
  const place = step.where ? PLACE_WORDS[step.where] : ''
  switch (step.state) {
    case 'appeared':
      return {
        mark: 'appeared',
        tone: 'calm',
        word: 'appeared',
        note: step.where === 'query' ? '' : place && `in ${place}`,
      }
    case 'renamed':
      return { mark: 'renamed', tone: 'calm', word: 'renamed', note: step.name ? `to ${step.name}` : '' }
    case 'moved':
      return { mark: 'moved', tone: 'calm', word: 'moved', note: place && `to ${place}` }
    case 'reencoded': {
      // A layer of encoding more or fewer is damage where a finding says so: the receiver decodes once.
      const isDamage = path.findings.some(({ rule, hop }) => rule === 'id-double-encoded' && hop === step.hop - 1)
      if (isDamage && identifier.outcome === 'altered') return sayDamaged(path, identifier, 'altered')
      return { mark: 'reencoded', tone: 'calm', word: 're-encoded', note: step.name ? `in ${step.name}` : '' }
    }
    case 'restored':
      return { mark: 'restored', tone: 'calm', word: 'restored', note: step.name ? `as ${step.name}` : '' }
    case 'altered': {
      const before = identifier.trail[at - 1]
      if (before?.state === 'altered' && before.value === step.value) break
      return sayDamaged(path, identifier, 'altered')
    }
  }
  return NOTHING_SAID
}
