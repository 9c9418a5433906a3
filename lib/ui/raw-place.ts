import type { Parameter } from '../identifiers/parameter.ts'
import { readUrl } from '../identifiers/read-url.ts'

/** Where in a text something stands: its first character, and the one behind its last. */
export interface Range {
  from: number
  to: number
}

/** What may stand before and behind a parameter or a path segment. */
const BEFORE = '?&#;/!'
const BEHIND = '?&#;/'

/** What is looked for: a name and a value, decoded once, as a step of a trail tells them. */
interface Sought {
  name?: string | undefined
  value?: string | undefined
}

/**
 * Where a parameter stands in a URL, byte for byte: its name, its `=` and its raw value; of a path segment the segment;
 * of one in a nested URL its encoded spelling there. Null where it cannot be found.
 */
export function placeInUrl(url: string, sought: Sought): Range | null {
  const parameter = best(readUrl(url), sought)
  return parameter && (parameter.where === 'nested' ? nestedPlace(url, parameter) : placeOf(url, textOf(parameter)))
}

/** Where a field stands in an urlencoded body. */
export function placeInBody(body: string, sought: Sought): Range | null {
  const field = best(readUrl('', body), sought)
  return field && placeOf(body, textOf(field))
}

/** Where each parameter of a name stands in a URL, in whatever case: which platform folds it, the catalogue knows. */
export function placesOfName(url: string, name: string): Range[] {
  const wanted = name.toLowerCase()
  return readUrl(url)
    .filter((parameter) => parameter.where !== 'nested' && parameter.name.toLowerCase() === wanted)
    .flatMap((parameter) => placeOf(url, textOf(parameter)) ?? [])
}

/** Where a text stands in a URL, as it is or percent-encoded. */
export function placeOfText(url: string, text: string): Range | null {
  const encoded = encode(text)
  const spellings = [text, encoded, encoded.replace(/%[0-9A-F]{2}/g, (hex) => hex.toLowerCase())]
  const spelling = spellings.find((each) => each !== '' && url.includes(each))
  if (spelling === undefined) return null
  const from = url.indexOf(spelling)
  return { from, to: from + spelling.length }
}

/** What holds the value: under that name, else under another. */
function best(parameters: readonly Parameter[], { name, value }: Sought): Parameter | null {
  const holding = parameters.filter((parameter) => parameter.value === value)
  return holding.find((parameter) => parameter.name === name) ?? holding[0] ?? null
}

/** The bytes of a parameter; a value without a name has no `=`. */
const textOf = ({ name, rawName, rawValue }: Parameter): string => (name === '' ? rawValue : `${rawName}=${rawValue}`)

/** The first place where a text stands for itself, set off by what sets parameters and segments off. */
function placeOf(whole: string, text: string): Range | null {
  for (let from = whole.indexOf(text); from >= 0 && text !== ''; from = whole.indexOf(text, from + 1)) {
    const to = from + text.length
    const isSetOff =
      (from === 0 || BEFORE.includes(whole[from - 1] ?? '')) &&
      (to === whole.length || BEHIND.includes(whole[to] ?? ''))
    if (isSetOff) return { from, to }
  }
  return null
}

/** A nested URL is encoded as often as it is nested, once or twice. */
function nestedPlace(url: string, parameter: Parameter): Range | null {
  let text = textOf(parameter)
  for (let layer = 0; layer < 3; layer++) {
    const from = url.indexOf(text)
    if (from >= 0 && text !== '') return { from, to: from + text.length }
    text = encode(text)
  }
  return null
}

function encode(text: string): string {
  try {
    return encodeURIComponent(text)
  } catch {
    // A lone surrogate has no encoding.
    return ''
  }
}
