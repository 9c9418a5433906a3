import type { PostbackAttempt, PostbackResponse } from '../model/postback.ts'
import { FAILURE_WORDS } from './failure-words.ts'
import { type AnswerRead, readAnswer } from './read-answer.ts'
import { statusWords } from './status-words.ts'

/** What came of a postback, in plain words. */
export interface Explanation {
  tone: 'ok' | 'warning' | 'error' | 'pending'
  title: string
  detail: string
  /** What to do now; empty where there is nothing to do. */
  next: string
}

/**
 * Says what came of a postback: the way there apart from what the receiver made of it. A success status alone is never
 * called a conversion: it proves that a server answered, nothing more.
 */
export function explain({ failure, response }: PostbackAttempt): Explanation {
  if (failure) {
    const before = response ? ` Before that it had answered ${response.status}.` : ''
    return { tone: 'error', ...FAILURE_WORDS[failure.kind], detail: `${sentence(failure.message)}${before}` }
  }
  if (!response) return { tone: 'pending', title: 'On its way', detail: 'Waiting for the answer.', next: '' }
  return explainAnswer(response, readAnswer(response))
}

function explainAnswer(response: PostbackResponse, answer: AnswerRead): Explanation {
  const { status } = response
  const { phrase, quote } = answer
  const said = quote === '' ? `It answered ${status}.` : sentence(`It answered ${status} with “${quote}”`)
  const isSuccess = status >= 200 && status < 300
  // A receiver that fails with 5xx has decided nothing, whatever its error page says.
  if (phrase && status < 500 && (isSuccess || phrase.tone === 'error' || phrase.class === 'duplicate')) {
    const { tone, title, next } = phrase
    return { tone, title, detail: said, next }
  }
  if (!isSuccess) return { tone: 'error', ...statusWords(status), detail: said }
  return inconclusive(response, answer)
}

function inconclusive({ status, finalUrl }: PostbackResponse, { quote, isPage }: AnswerRead): Explanation {
  const proves = 'That proves that it was reached, not that the conversion was counted.'
  if (isPage)
    return {
      tone: 'warning',
      title: `The server answered ${status} with a web page`,
      detail: `${proves} A page is for people: ${hostOf(finalUrl)} may show its login or home page here.`,
      next: 'Copy the postback URL from the tracker again.',
    }
  return {
    tone: 'warning',
    title: `The server answered ${status}`,
    detail: `${proves} ${quote === '' ? 'Its body is empty.' : `“${quote}” decides nothing.`}`,
    next: "Look for this click ID in the tracker's conversion log. If it is not there, ask how they classified it.",
  }
}

const hostOf = (url: string) => URL.parse(url)?.host ?? 'the host'

const sentence = (text: string) => (/[.!?]”?$/.test(text) ? text : `${text}.`)
