import { decodeOnce } from '../identifiers/decode.ts'
import { macroIn } from '../identifiers/placeholder.ts'
import { splitUrl } from '../identifiers/split-url.ts'
import { type Field, fieldsIn } from './fields.ts'
import { macrosIn } from './macros.ts'

/**
 * How a parameter of one URL stands in the other. `filled`: the template had a macro there, and it has a value now.
 * `literal-macro`: a macro stands where a value belongs. `encoding`: the same value, encoded otherwise.
 */
export type Difference = 'same' | 'filled' | 'missing' | 'extra' | 'changed' | 'literal-macro' | 'encoding'

export interface ComparedParameter {
  /** Empty for what is no parameter: see `part`. */
  name: string
  part: 'scheme' | 'host' | 'path' | 'parameter' | 'fragment'
  /** Raw, as they stand; null where it is not there. */
  expected: string | null
  live: string | null
  difference: Difference
}

/**
 * Compares a live URL with the one that was agreed on, part by part and parameter by parameter, in the order of the
 * expected one; what is extra comes last. Repeated names are paired in order. Works on two live URLs as well. Never throws.
 */
export function compareUrls(expected: string, live: string): ComparedParameter[] {
  const a = splitUrl(expected.trim())
  const b = splitUrl(live.trim())
  const parts = [
    part('scheme', a.scheme, b.scheme),
    part('host', a.host, b.host),
    part('path', a.path || '/', b.path || '/'),
    ...fields(fieldsIn(expected.trim()), fieldsIn(live.trim())),
  ]
  return a.fragment || b.fragment ? [...parts, part('fragment', a.fragment ?? '', b.fragment ?? '')] : parts
}

/** Whether nothing is told apart that matters. */
export const isAsExpected = (compared: readonly ComparedParameter[]): boolean =>
  compared.every(({ difference }) => difference === 'same' || difference === 'filled')

const part = (name: ComparedParameter['part'], expected: string, live: string): ComparedParameter => ({
  name: '',
  part: name,
  expected,
  live,
  difference: differenceOf(expected, live),
})

function fields(expected: readonly Field[], live: readonly Field[]): ComparedParameter[] {
  const left = [...live]
  const pairs = expected.map((field) => {
    const at = left.findIndex(({ name }) => name === field.name)
    const twin = at < 0 ? undefined : left.splice(at, 1)[0]
    return { field, twin }
  })
  return [
    ...pairs.map(({ field, twin }) => parameter(field.name, field.rawValue, twin?.rawValue ?? null)),
    ...left.map(({ name, rawValue }) => parameter(name, null, rawValue)),
  ]
}

function parameter(name: string, expected: string | null, live: string | null): ComparedParameter {
  const difference =
    expected === null && live !== null && !isMacro(live)
      ? 'extra'
      : live === null
        ? 'missing'
        : differenceOf(expected ?? '', live)
  return { name, part: 'parameter', expected, live, difference }
}

function differenceOf(expected: string, live: string): Difference {
  if (isMacro(live)) return 'literal-macro'
  if (expected === live) return 'same'
  if (decoded(expected) === decoded(live)) return 'encoding'
  return fits(expected, live) ? 'filled' : 'changed'
}

const isMacro = (raw: string): boolean => macroIn(decodeOnce(raw)) !== null

/** Under one or two layers of encoding, and with a + for a space. */
function decoded(raw: string): string {
  const plain = decodeOnce(raw.replaceAll('+', ' '))
  return plain.includes('%') ? decodeOnce(plain) : plain
}

/** Whether a live value is the expected one with something in place of each macro. */
function fits(expected: string, live: string): boolean {
  const macros = macrosIn(expected)
  if (macros.length === 0) return isMacro(expected)
  const ends = [0, ...macros.map(({ end }) => end)]
  const pieces = ends.map((from, index) => expected.slice(from, macros[index]?.start))
  const [first = '', ...more] = pieces
  const last = more.pop() ?? ''
  if (!live.startsWith(first)) return false
  let at = first.length
  for (const piece of more) {
    const found = live.indexOf(piece, at + 1)
    if (found < 0) return false
    at = found + piece.length
  }
  return live.endsWith(last) && live.length - last.length > at
}
