import type { Cut } from '../model/click-path.ts'
import { count } from './count.ts'

/** What is missing of a path, in sentences: none where it is whole. */
export function cutWords(cut: Cut | undefined): string[] {
  const { hopsBefore = 0, unheard = false, urls = [] } = cut ?? {}
  const numbers = urls.map((index) => index + 1)
  return [
    ...(hopsBefore > 0 ? [`Not the whole path: at least ${count(hopsBefore, 'earlier hop')} could not be kept.`] : []),
    ...(unheard
      ? ['Perhaps not the whole path: recording began in its middle, and what led to hop 1 was not heard.']
      : []),
    ...(numbers.length > 0
      ? [
          `The URL of hop ${numbers.slice(0, 5).join(', ')}${numbers.length > 5 ? ' …' : ''} is too long to be kept whole: what stands at its end is not followed.`,
        ]
      : []),
  ]
}
