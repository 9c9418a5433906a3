import type { Place } from '../model/identifier.ts'
import { type CatalogueEntry, canonicalName, lookUp } from './catalogue.ts'
import { isCommonValue } from './common-value.ts'
import { type Parameter, parameterOf, readPiece } from './parameter.ts'
import { macroIn, placeholderIn } from './placeholder.ts'
import { MAX_PARAMETERS, type PieceReader } from './read-url.ts'

/** A parameter with what is known of it. One object stands for it on all hops of a path where it stands unchanged. */
export interface Carried extends Parameter {
  /** Its name in the form in which two spellings of one parameter are equal. */
  readonly canonical: string
  /** What it is by its name, or by the shape of its value; null where it is no identifier. */
  readonly entry: CatalogueEntry | null
  /** What stands where its value should: a macro, and as the value of an identifier also `undefined` and the like. */
  readonly placeholder: string | null
  /** An identifier's value that is too common, or a placeholder: known under its own name only. */
  readonly isCommon: boolean
  /** It holds bytes that a well-made query has not, or a nested URL has: worth a closer look. */
  readonly isOdd: boolean
}

/** What every fault of a query shows one of. Most queries show none, and are done with. */
const ODD_BYTE = /[^!-:<=>@-~]/
const ODD_ESCAPE = /%3b|%[c-f]/i
const isOddText = (text: string): boolean =>
  text.startsWith('=') || ODD_BYTE.test(text) || (text.includes('%') && ODD_ESCAPE.test(text))

function carried(parameter: Parameter, isOdd: boolean): Carried {
  const { name, rawName, rawValue, value, where, url } = parameter
  const entry = lookUp(name, value)
  const isId = entry?.kind.endsWith('-id') ?? false
  const find = entry === null ? macroIn : (text: string) => placeholderIn(text, isId)
  const placeholder = find(value) ?? (rawValue === value ? null : find(rawValue))
  const isCommon = entry !== null && (placeholder !== null || isCommonValue(value))
  const canonical = name === '' ? '' : canonicalName(name)
  return { name, rawName, rawValue, value, where, url, canonical, entry, placeholder, isCommon, isOdd }
}

/** A longer query is read again. */
const MAX_KEPT = 200

/** What stands between two `&`, and what stood behind it when it was read last. */
interface Piece {
  text: string
  parameters: readonly Carried[]
  next: Piece | null
}

/**
 * Reads each piece of the URLs of one path once: what leads from hop to hop carries most of it on unchanged, and most of
 * the work is done when it is seen first.
 */
export class Memory implements PieceReader<Carried> {
  readonly #pieces = new Map<string, Piece>()
  readonly #segments = new Map<string, Carried>()
  readonly #starts = new Map<Place, Piece>()
  #query = ''
  #inQuery: readonly Carried[] = []

  pairs(text: string, where: Place, into: Carried[]): void {
    // Most hops pass the whole query on.
    if (where === 'query' && into.length === 0 && text === this.#query) {
      for (const parameter of this.#inQuery) into.push(parameter)
      return
    }
    this.#read(text, where, into)
    if (where !== 'query' || into.length > MAX_KEPT) return
    this.#query = text
    this.#inQuery = into.slice()
  }

  #read(text: string, where: Place, into: Carried[]): void {
    let before = this.#start(where)
    for (const part of text.split('&')) {
      if (into.length >= MAX_PARAMETERS) break
      // What stands where it stood need not be looked up.
      const piece = before.next?.text === part ? before.next : this.#piece(part, where)
      for (const parameter of piece.parameters) into.push(parameter)
      before.next = piece
      before = piece
    }
  }

  segment(text: string, where: Place): Carried {
    const key = where === 'path' ? text : `${where} ${text}`
    let segment = this.#segments.get(key)
    if (segment === undefined) {
      segment = carried(parameterOf('', text, where), isOddText(text))
      this.#segments.set(key, segment)
    }
    return segment
  }

  #start(where: Place): Piece {
    let start = this.#starts.get(where)
    if (start === undefined) {
      start = { text: '', parameters: [], next: null }
      this.#starts.set(where, start)
    }
    return start
  }

  #piece(text: string, where: Place): Piece {
    const key = where === 'query' ? text : `${where} ${text}`
    let piece = this.#pieces.get(key)
    if (piece === undefined) {
      const isOdd = isOddText(text)
      const parameters = text === '' ? [] : readPiece(text, where).map((parameter) => carried(parameter, isOdd))
      piece = { text, parameters, next: null }
      this.#pieces.set(key, piece)
    }
    return piece
  }
}
