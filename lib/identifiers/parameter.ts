import type { Place } from '../model/identifier.ts'
import { decodeOnce } from './decode.ts'
import { nestedUrlIn, referrerQueryIn } from './nested-url.ts'

/** One value in a request, byte for byte and decoded. */
export interface Parameter {
  /** Decoded once; empty for a path segment or a bare fragment. */
  name: string
  rawName: string
  rawValue: string
  /** Percent-decoded once; a `+` stays a `+`. */
  value: string
  where: Place
  /** The URL that the value is, where it is one. */
  url: string | null
}

/** `;` parts parameters only where a name follows it: inside a value it is a character like others. */
const SEMICOLON = /;(?=[A-Za-z_][\w.-]*=)/

/** A parameter out of raw text; `rawName` is empty for a path segment or a bare fragment. */
export function parameterOf(rawName: string, rawValue: string, where: Place): Parameter {
  const value = decodeOnce(rawValue)
  return {
    name: decodeOnce(rawName),
    rawName,
    rawValue,
    value,
    where,
    url: nestedUrlIn(value) ?? referrerQueryIn(rawName, value),
  }
}

/**
 * Reads what stands between two `&` of a query, a fragment or an urlencoded body: one `name=value`, as a rule.
 *
 * A second `?` that is not part of a nested URL parts parameters too: whoever wrote it meant an `&`.
 */
export function readPiece(piece: string, where: Place): Parameter[] {
  if (!piece.includes('?') && !piece.includes(';')) return [readPair(piece, where)]
  return separate(piece).map((pair) => readPair(pair, where))
}

function readPair(pair: string, where: Place): Parameter {
  const equals = pair.indexOf('=')
  return equals < 0 ? parameterOf(pair, '', where) : parameterOf(pair.slice(0, equals), pair.slice(equals + 1), where)
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
