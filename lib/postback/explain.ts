import type { AnswerClass, PostbackAttempt, PostbackResponse } from '../model/postback.ts'
import { bodyKind } from './answers/body-kind.ts'
import { CLASS_WORDS } from './answers/class-words.ts'
import type { Classification } from './answers/classify.ts'
import { FAILURE_WORDS } from './answers/failure-words.ts'
import { isShort, pageText } from './answers/page-text.ts'
import { quote } from './answers/quote.ts'
import { statusWords } from './answers/status-words.ts'

/** What came of a postback, in plain words. */
export interface Explanation {
  tone: 'ok' | 'warning' | 'error' | 'pending'
  title: string
  detail: string
  /** What to do now; empty where there is nothing to do. */
  next: string
  /** Null while it is under way. */
  class: AnswerClass | null
  /** Where in the body the words stand that decided, as offsets; null where none did. */
  mark: { start: number; end: number } | null
}

const told = new WeakMap<PostbackAttempt, Explanation>()

/**
 * Says what came of a postback: the way there apart from what the receiver made of it. What it was taken for when it was
 * over stands: an attempt bears it since it was sent, or since it was read from the store. An attempt is explained once: searches and
 * figures ask for thousands of them at each key.
 */
export function explain(attempt: PostbackAttempt): Explanation {
  const known = told.get(attempt)
  if (known) return known
  const explanation = explainAnew(attempt)
  told.set(attempt, explanation)
  return explanation
}

function explainAnew(attempt: PostbackAttempt): Explanation {
  const { failure, response, classification } = attempt
  if (failure) {
    const before = response ? ` Before that it had answered ${response.status}.` : ''
    const detail = `${sentence(failure.message)}${before}`
    return { tone: 'error', ...FAILURE_WORDS[failure.kind], detail, class: 'no-answer', mark: null }
  }
  if (!response || !classification)
    return {
      tone: 'pending',
      title: 'On its way',
      detail: 'Waiting for the answer.',
      next: '',
      class: null,
      mark: null,
    }
  return { ...explainAnswer(response, classification), class: classification.class, mark: markOf(classification) }
}

function explainAnswer(response: PostbackResponse, classification: Classification) {
  const { status } = response
  const mark = markOf(classification)
  const text = quotable(response)
  const quoted = quote(text, mark?.start ?? 0, mark?.end ?? 0)
  const detail = quoted === '' ? `It answered ${status}.` : sentence(`It answered ${status} with “${quoted}”`)
  const group = classification.class
  if (group === 'inconclusive' || group === 'no-answer') return inconclusive(response, quoted)
  // The status decided: it says more than the class it falls into.
  if (!mark && (status < 200 || status > 299)) return { ...statusWords(status), detail }
  return { ...CLASS_WORDS[group], detail }
}

function inconclusive(response: PostbackResponse, quoted: string) {
  const { status, finalUrl } = response
  const proves = 'That proves that it was reached, not that the conversion was counted.'
  const kind = bodyKind(response)
  if (kind === 'page') {
    const login = /log-?in|sign-?in|\bauth\b|type=["']?password/i.test(finalUrl + response.body.slice(0, 4_000))
    return {
      tone: 'warning' as const,
      title: login
        ? `The server answered ${status} with its login page`
        : `The server answered ${status} with a web page`,
      detail: `${proves} A page is for people: ${hostOf(finalUrl)} may show its login or home page here.`,
      next: 'Copy the postback URL from the tracker again.',
    }
  }
  const said =
    kind === 'empty'
      ? 'Its body is empty.'
      : kind === 'pixel'
        ? 'Its body is an image, as a pixel answers whatever came of it.'
        : `“${quoted}” decides nothing.`
  return {
    tone: 'warning' as const,
    title: `The server answered ${status}`,
    detail: `${proves} ${said}`,
    next: "Look for this click ID in the tracker's conversion log. If it is not there, ask how they classified it.",
  }
}

/** Of a page only its words, if they are few; offsets stay as they are. Of an image nothing. */
function quotable(response: PostbackResponse): string {
  const kind = bodyKind(response)
  if (kind === 'pixel') return ''
  if (kind !== 'page') return response.body
  const words = pageText(response.body)
  return isShort(words) ? words : ''
}

function markOf({ start, end }: Classification): Explanation['mark'] {
  return start === undefined || end === undefined || end <= start ? null : { start, end }
}

const hostOf = (url: string) => URL.parse(url)?.host ?? 'the host'

const sentence = (text: string) => (/[.!?]”?$/.test(text) ? text : `${text}.`)
