import type { AnswerClass, PostbackAttempt } from '../../model/postback.ts'
import { CLASS_WORDS } from './class-words.ts'
import { readAnswer } from './read-answer.ts'
import { classOfStatus } from './status-words.ts'
import type { Phrase } from './system-phrases.ts'

export type Classification = NonNullable<PostbackAttempt['classification']>

/**
 * What an attempt that is over comes to: the way there apart from what the receiver made of it. A success status alone
 * is `inconclusive`: it proves that a server answered, nothing more.
 *
 * @param known phrases of the very system that was asked; without them only what any receiver may say is understood
 * @returns undefined while it is under way
 */
export function classify(
  { failure, response, request }: PostbackAttempt,
  known: readonly Phrase[] = [],
): Classification | undefined {
  if (failure) return { class: 'no-answer' }
  if (!response) return undefined
  const { status } = response
  const isSuccess = status >= 200 && status < 300
  const { phrase } = readAnswer(response, request, known)
  // A receiver that fails with 5xx has decided nothing, whatever its error page says.
  if (phrase && status < 500 && (isSuccess || isRefusal(phrase.class)))
    return { class: phrase.class, ...(phrase.end > 0 && { start: phrase.start, end: phrase.end }) }
  return { class: isSuccess ? 'inconclusive' : classOfStatus(status) }
}

const isRefusal = (group: AnswerClass): boolean =>
  group === 'duplicate' || (group !== 'no-answer' && group !== 'inconclusive' && CLASS_WORDS[group].tone === 'error')
