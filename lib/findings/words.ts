import { cut } from './blame.ts'

/** A hop's number on screens, which count from 1, where the evidence's index counts from 0. */
export const hopNumber = (index: number): string => `hop ${index + 1}`

/** The same where a sentence begins with it. */
export const hopNumberFirst = (index: number): string => `Hop ${index + 1}`

/** A value as it is quoted in a sentence. */
export const quote = (value: string): string => `\`${cut(value, 120)}\``

/** `a`, `a and b`, `a, b and c`, `a, b and 4 more`. */
export function list(words: readonly string[], most = 3): string {
  const unique = [...new Set(words)]
  const shown = unique.length > most ? [...unique.slice(0, most - 1), `${unique.length - most + 1} more`] : unique
  return shown.length < 2 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}

/** `1 hop`, `3 hops`. */
export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`
