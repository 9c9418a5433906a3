import { setTimeout as sleep } from 'node:timers/promises'

/** How long a page may take to answer a question. */
const ANSWER_MS = 3_000

/**
 * An answer, or an error when it does not come: a script that never ends keeps a page from answering.
 *
 * @throws what the answer throws, and when `timeoutMs` have passed
 */
export function inTime<T>(answer: Promise<T>, timeoutMs = ANSWER_MS): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<T>()
  const timer = setTimeout(() => reject(new Error('there is no answer')), timeoutMs)
  return Promise.race([answer, late]).finally(() => clearTimeout(timer))
}

/**
 * Asks again and again until the answer is neither undefined nor false.
 *
 * @param what named in the error
 * @throws when `timeoutMs` have passed without; with the last error of `ask` where it threw
 */
export async function waitUntil<T>(
  what: string,
  timeoutMs: number,
  ask: () => Promise<T | undefined | false> | T | undefined | false,
  everyMs = 50,
): Promise<T> {
  const end = performance.now() + timeoutMs
  let last: unknown
  for (let left = timeoutMs; left > 0; left = end - performance.now()) {
    try {
      const answer = await inTime(Promise.resolve(ask()), left)
      if (answer !== undefined && answer !== false) return answer
      last = undefined
    } catch (error) {
      last = error
    }
    await sleep(everyMs)
  }
  throw new Error(`waited ${timeoutMs / 1000} s for ${what}`, { cause: last })
}
