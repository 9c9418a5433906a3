import type { AnswerClass } from '../../model/postback.ts'
import { CLASS_WORDS, type ClassWords } from './class-words.ts'

const NO_SUCH_PLACE: ClassWords = {
  tone: 'error',
  title: 'There is nothing at this address',
  next: 'The host is there, the path is not: copy the postback URL from the tracker again.',
}

const STATUS_WORDS: Readonly<Record<number, ClassWords>> = {
  404: NO_SUCH_PLACE,
  405: {
    tone: 'error',
    title: 'The receiver does not take this method',
    next: 'Switch the endpoint between GET and POST.',
  },
  410: NO_SUCH_PLACE,
}

/** What a status that is no success means, where no phrase says more. */
export function classOfStatus(status: number): Exclude<AnswerClass, 'no-answer' | 'inconclusive'> {
  if (status >= 500) return 'server-error'
  if (status === 401 || status === 403) return 'unauthorized'
  if (status === 429) return 'throttled'
  return status >= 400 && ![400, 404, 405, 410, 422].includes(status) ? 'rejected' : 'bad-request'
}

/** Words for an answer that is no success, by its HTTP status. */
export function statusWords(status: number): ClassWords {
  const words = STATUS_WORDS[status]
  if (words) return words
  if (status < 400)
    return {
      tone: 'error',
      title: 'The receiver sends elsewhere, but does not say where',
      next: 'Copy the postback URL from the tracker again.',
    }
  const group = classOfStatus(status)
  if (group === 'rejected')
    return { tone: 'error', title: 'The receiver refused it', next: 'Its answer or its postback log says why.' }
  return CLASS_WORDS[group]
}
