/** Where things stand in a JSON text. */
export interface JsonScan {
  /** `funnels[1].steps[0].click` → offset of its key, or of the item; the empty path is the whole. */
  places: Map<string, number>
  /** The first thing that is no JSON. */
  fault?: { offset: number; message: string }
}

const SPACE = /[ \t\n\r]*/y
const STRING = /"(?:[^"\\\n\r\t]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y
/** Deeper nesting than any funnel file has a use for. */
const MAX_DEPTH = 100

class Fault extends Error {
  offset: number
  constructor(offset: number, message: string) {
    super(message)
    this.offset = offset
  }
}

/** The path of a member or an item. */
export const below = (path: string, key: string | number): string =>
  typeof key === 'number' ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`

/**
 * Reads a JSON text for places alone. `JSON.parse` says what the text holds, but for many faults not where they are,
 * and never where a value stood.
 */
export function scanJson(text: string): JsonScan {
  const places = new Map<string, number>()
  let at = 0

  const skip = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at
    const found = pattern.exec(text)?.[0]
    at += found?.length ?? 0
    return found
  }
  const fail = (expected: string): never => {
    const seen = text[at] === undefined ? 'the file ends' : `there is ${JSON.stringify(text[at])}`
    throw new Fault(at, `expected ${expected}, and ${seen}`)
  }
  const take = (sign: string): boolean => {
    skip(SPACE)
    if (text[at] !== sign) return false
    at++
    return true
  }

  function value(path: string, depth: number): void {
    if (depth > MAX_DEPTH) throw new Fault(at, 'nested too deeply')
    if (take('{')) list('}', () => member(path, depth))
    else if (take('[')) list(']', (index) => item(below(path, index), depth))
    else if (text[at] === '"') skip(STRING) ?? fail('a string that ends on its line, with valid escapes')
    else skip(SCALAR) || fail('a value')
  }
  function list(end: string, read: (index: number) => void): void {
    if (take(end)) return
    for (let index = 0; ; index++) {
      read(index)
      if (take(end)) return
      if (!take(',')) fail(`"," or "${end}"`)
    }
  }
  function member(path: string, depth: number): void {
    skip(SPACE)
    const start = at
    const key = skip(STRING) ?? fail('a key in double quotes')
    const place = below(path, JSON.parse(key))
    places.set(place, start)
    if (!take(':')) fail('":"')
    value(place, depth + 1)
  }
  function item(place: string, depth: number): void {
    skip(SPACE)
    places.set(place, at)
    value(place, depth + 1)
  }

  try {
    skip(SPACE)
    places.set('', at)
    value('', 0)
    skip(SPACE)
    if (at < text.length) fail('the end of the file')
    return { places }
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    return { places, fault: { offset: error.offset, message: error.message } }
  }
}

/** `line 3, column 7` of an offset; both count from 1. */
export function lineAndColumn(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n')
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`
}
