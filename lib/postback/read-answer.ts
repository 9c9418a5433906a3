import type { PostbackResponse } from '../model/postback.ts'
import { PHRASES } from './answer-phrases.ts'

/** Characters in which a receiver has said what it has to say. */
const READ = 4_000
/** A page with more text than this is made for people, and its words are no answer to a postback. */
const SHORT_PAGE = 300
const QUOTE = 160

export interface AnswerRead {
  /** The first phrase of the table that the body holds. */
  phrase: (typeof PHRASES)[number] | undefined
  /** The body, or the part of it that decided, on one line. Empty where there is nothing to read. */
  quote: string
  isPage: boolean
}

/** Reads what a receiver says in the body of its answer. */
export function readAnswer({ body }: PostbackResponse): AnswerRead {
  const isPage = /^\s*<(?:!doctype|html|head|body)/i.test(body)
  const text = isPage ? textOf(body.slice(0, READ)) : body.slice(0, READ)
  if (isPage && text.length > SHORT_PAGE) return { phrase: undefined, quote: '', isPage }
  for (const phrase of PHRASES) {
    const match = phrase.pattern.exec(text)
    if (match) return { phrase, quote: quote(text, match.index, match[0].length), isPage }
  }
  return { phrase: undefined, quote: quote(text, 0, 0), isPage }
}

const textOf = (html: string) =>
  html
    .replace(/<(script|style)\b.*?<\/\1>/gis, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** The text, or as much of it around a match as a line holds. */
function quote(text: string, at: number, length: number): string {
  const start = text.trim().length <= QUOTE ? 0 : Math.max(0, Math.min(at, at + length - QUOTE + 40) - 40)
  const end = text.trim().length <= QUOTE ? text.length : start + QUOTE
  const piece = text.slice(start, end).replace(/\s+/g, ' ').trim()
  return `${start > 0 ? '…' : ''}${piece}${end < text.length ? '…' : ''}`
}
