import { setTimeout as sleep } from 'node:timers/promises'

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
  do {
    try {
      const answer = await ask()
      if (answer !== undefined && answer !== false) return answer
      last = undefined
    } catch (error) {
      last = error
    }
    await sleep(everyMs)
  } while (performance.now() < end)
  throw new Error(`waited ${timeoutMs / 1000} s for ${what}`, { cause: last })
}

/** How long a page may take to answer a question. */
const ANSWER_MS = 3_000

/** A page's answer. @throws when it does not come: a script that never ends keeps a page from answering */
export function inTime<T>(answer: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<T>()
  const timer = setTimeout(() => reject(new Error('the page does not answer')), ANSWER_MS)
  return Promise.race([answer, late]).finally(() => clearTimeout(timer))
}
