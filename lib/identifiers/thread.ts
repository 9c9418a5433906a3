import type { Place, Step } from '../model/identifier.ts'
import type { Carried } from './carried.ts'
import { type CatalogueEntry, canonicalName } from './catalogue.ts'

/** Where and as what a value was seen on one hop. */
export interface Sighting {
  name: string
  where: Place
  value: string
  /** `whole`: the value, or what it can be read back from; `damaged`: what is left of it. */
  shape: 'same' | 'recoded' | 'double-encoded' | 'damaged'
  /** What it was seen in; null for a cookie. */
  parameter: Carried | null
}

/** An identifier that is being followed: what is known of it up to the hop that was looked at last. */
export interface Thread {
  readonly name: string
  readonly value: string
  readonly entry: CatalogueEntry
  /** Too common, or a placeholder: known under its own name only. */
  readonly isCommon: boolean
  /** No earlier hop held the value, under whatever name. */
  readonly isFresh: boolean
  /** Index of the hop where it appeared. */
  readonly start: number
  readonly trail: Step[]
  /** Where it was seen last. */
  last: Sighting
  /** Whether the hop before had it. */
  isThere: boolean
}

/** Begins to follow the value of a parameter. */
export function beginThread(parameter: Carried, entry: CatalogueEntry, start: number, isFresh: boolean): Thread {
  const { name, value, where, isCommon } = parameter
  return {
    name,
    value,
    entry,
    isCommon,
    isFresh,
    start,
    trail: [{ hop: start, state: 'appeared', name, where, value }],
    last: { name, value, where, shape: 'same', parameter },
    isThere: true,
  }
}

/** Whether a parameter bears the identifier's name: the first one, or the one it was seen under last. */
export function bearsName(thread: Thread, parameter: Carried): boolean {
  if (parameter.name === '') return parameter.where === thread.last.where && thread.last.name === ''
  const { canonical } = parameter
  return canonical === canonicalName(thread.last.name) || canonical === canonicalName(thread.name)
}
