import type { Place } from '../model/identifier.ts'
import { type CatalogueEntry, lookUp } from './catalogue.ts'
import { isCommonValue } from './common-value.ts'
import { type Parameter, parameterOf, readPiece } from './parameter.ts'
import { macroIn, placeholderIn } from './placeholder.ts'
import type { PieceReader } from './read-url.ts'

/** A parameter with what is known of it. One object stands for it on all hops of a path where it stands unchanged. */
export interface Carried extends Parameter {
  /** What it is by its name, or by the shape of its value; null where it is no identifier. */
  readonly entry: CatalogueEntry | null
  /** What stands where its value should: a macro, and as the value of an identifier also `undefined` and the like. */
  readonly placeholder: string | null
  /** Too common, or a placeholder: known under its own name only. */
  readonly isCommon: boolean
}

function carried(parameter: Parameter): Carried {
  const { name, value, rawValue } = parameter
  const entry = lookUp(name, value)
  const find = entry === null || entry.kind === 'other' ? macroIn : placeholderIn
  const placeholder = find(value) ?? (rawValue === value ? null : find(rawValue))
  return { ...parameter, entry, placeholder, isCommon: placeholder !== null || isCommonValue(value) }
}

/**
 * Reads each piece of the URLs of one path once: what leads from hop to hop carries most of it on unchanged, and most of
 * the work is done when it is seen first.
 */
export class Memory implements PieceReader<Carried> {
  readonly #pieces = new Map<Place, Map<string, readonly Carried[]>>()
  readonly #segments = new Map<Place, Map<string, Carried>>()

  piece(text: string, where: Place): readonly Carried[] {
    return recall(this.#pieces, where, text, () => readPiece(text, where).map(carried))
  }

  segment(text: string, where: Place): Carried {
    return recall(this.#segments, where, text, () => carried(parameterOf('', text, where)))
  }
}

function recall<T>(memory: Map<Place, Map<string, T>>, where: Place, text: string, read: () => T): T {
  let known = memory.get(where)
  if (known === undefined) {
    known = new Map()
    memory.set(where, known)
  }
  let value = known.get(text)
  if (value === undefined) {
    value = read()
    known.set(text, value)
  }
  return value
}
