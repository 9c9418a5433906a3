import type { Place } from '../model/identifier.ts'
import { decodeOnce } from './decode.ts'
import { nestedUrlIn } from './nested-url.ts'

/** One value in a request, byte for byte and decoded. */
export interface Parameter {
  /** Decoded once; empty for a path segment or a bare fragment. */
  name: string
  rawName: string
  rawValue: string
  /** Percent-decoded once; a `+` stays a `+`. */
  value: string
  where: Place
  /** Position among the parameters of its place. */
  index: number
  /** The URL that the value is, where it is one. */
  url: string | null
}

/** `;` parts parameters only where a name follows it: inside a value it is a character like others. */
const SEMICOLON = /;(?=[A-Za-z_][\w.-]*=)/

/**
 * Reads `name=value` pairs out of a query, a fragment or an urlencoded body.
 *
 * A second `?` that is not part of a nested URL parts parameters too: whoever wrote it meant an `&`.
 */
export function readPairs(text: string, where: Place): Parameter[] {
  const parameters: Parameter[] = []
  const add = (rawName: string, rawValue: string) => {
    const value = decodeOnce(rawValue)
    const name = decodeOnce(rawName)
    parameters.push({ name, rawName, rawValue, value, where, index: parameters.length, url: nestedUrlIn(value) })
  }
  const addPair = (pair: string) => {
    const equals = pair.indexOf('=')
    if (equals < 0) add(pair, '')
    else add(pair.slice(0, equals), pair.slice(equals + 1))
  }
  for (const piece of text.split('&')) {
    if (piece === '') continue
    if (!piece.includes('?') && !piece.includes(';')) addPair(piece)
    else for (const pair of separate(piece)) addPair(pair)
  }
  return parameters
}

function separate(piece: string): string[] {
  const equals = piece.indexOf('=')
  if (nestedUrlIn(decodeOnce(piece.slice(equals + 1))) !== null) return [piece]
  return piece
    .split('?')
    .filter((pair) => pair !== '')
    .flatMap((pair) => {
      const start = pair.indexOf('=') + 1
      const [first = '', ...more] = pair.slice(start).split(SEMICOLON)
      return [pair.slice(0, start) + first, ...more]
    })
}

/** Reads a path (or a fragment that is no query) as segments without a name. */
export function readSegments(path: string, where: Place): Parameter[] {
  const segments: Parameter[] = []
  for (const rawValue of path.split('/')) {
    if (rawValue === '') continue
    const value = decodeOnce(rawValue)
    const url = nestedUrlIn(value)
    segments.push({ name: '', rawName: '', rawValue, value, where, index: segments.length, url })
  }
  return segments
}
