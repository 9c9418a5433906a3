import type { AnswerClass, PostbackRequest, PostbackResponse } from '../../model/postback.ts'
import { fieldsIn } from '../fields.ts'
import { type BodyKind, bodyKind } from './body-kind.ts'
import { GENERIC_PHRASES } from './generic-phrases.ts'
import { isShort, pageText, plainEntities, READ } from './page-text.ts'
import type { Phrase } from './system-phrases.ts'

/** A shorter text comes back by chance. */
const LEAST_ECHO = 4

/** The words of a body that decided. */
export interface SaidPhrase {
  class: AnswerClass
  /** Offsets in the body; both 0 where not the body but the status decided. */
  start: number
  end: number
}

export interface AnswerRead {
  /** The first phrase that the body holds: one of the system's own, else one that any receiver may say. */
  phrase: SaidPhrase | undefined
  kind: BodyKind
}

/**
 * Reads what a receiver says in the body of its answer.
 *
 * @param known phrases of the very system that was asked
 */
export function readAnswer(
  response: PostbackResponse,
  request: PostbackRequest,
  known: readonly Phrase[] = [],
): AnswerRead {
  const kind = bodyKind(response)
  if (kind === 'pixel') return { phrase: byStatus(response, known), kind }
  const text = plainEntities(kind === 'page' ? pageText(response.body) : response.body.slice(0, READ))
  if (kind === 'page' && !isShort(text)) return { phrase: undefined, kind }
  const phrase = said(text, request, known) ?? byStatus(response, known) ?? saidByAnyone(text)
  return { phrase, kind }
}

function said(text: string, request: PostbackRequest, known: readonly Phrase[]): SaidPhrase | undefined {
  for (const { class: group, pattern, echoOf, whenSent } of known) {
    if (whenSent !== undefined && !request.body?.text.includes(whenSent)) continue
    const found = pattern === undefined ? echo(text, request, echoOf) : place(text, new RegExp(pattern, 'i'))
    if (found) return { class: group, ...found }
  }
  return undefined
}

function saidByAnyone(text: string): SaidPhrase | undefined {
  for (const { class: group, pattern } of GENERIC_PHRASES) {
    const found = place(text, pattern)
    if (found) return { class: group, ...found }
  }
  return undefined
}

function byStatus({ status }: PostbackResponse, known: readonly Phrase[]): SaidPhrase | undefined {
  const row = known.find((each) => each.status === status)
  return row && { class: row.class, start: 0, end: 0 }
}

function place(text: string, pattern: RegExp): { start: number; end: number } | undefined {
  const match = pattern.exec(text)
  return match ? { start: match.index, end: match.index + match[0].length } : undefined
}

function echo(text: string, { url }: PostbackRequest, name: string | undefined) {
  const value = fieldsIn(url).find((field) => field.name === name)?.value ?? ''
  const start = value.length < LEAST_ECHO ? -1 : text.indexOf(value)
  return start < 0 ? undefined : { start, end: start + value.length }
}
