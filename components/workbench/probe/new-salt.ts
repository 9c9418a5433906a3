const LETTERS = 'abcdefghkmnpqrstuvwxyz'

/** Four letters and digits in mixed case, another for each probe: `aB3x`. */
export function newSalt(): string {
  const [a = 0, b = 0, c = 0, d = 0] = crypto.getRandomValues(new Uint8Array(4))
  const pick = (from: string, at: number) => from[at % from.length] ?? ''
  return pick(LETTERS, a) + pick(LETTERS.toUpperCase(), b) + pick('23456789', c) + pick(LETTERS, d)
}
