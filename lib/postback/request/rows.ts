import { decoded, fieldsIn, queryPlace } from '../fields.ts'
import { encodeValue } from '../fill.ts'
import { macrosIn } from '../macros.ts'

/** One parameter of a template as a person edits it: its value is text, a macro, or both, not encoded. */
export interface Row {
  name: string
  value: string
}

/** The parameters of a template's query as rows, in order. Never throws. */
export function rowsOf(url: string): Row[] {
  return fieldsIn(url).map(({ name, rawValue }) => ({ name, value: decodeAround(rawValue) }))
}

/**
 * A template with these rows for its query. What stands before and after the query stays byte for byte, and so does each
 * parameter that no row changes: only what was edited is encoded anew.
 */
export function withRows(url: string, rows: readonly Row[]): string {
  const { start, end } = queryPlace(url)
  const hasMark = url[start - 1] === '?'
  const before = hasMark ? url.slice(0, start - 1) : url.slice(0, start)
  const old = fieldsIn(url)
  const query = rows
    .map(({ name, value }, at) => {
      const same = old[at]?.name === name ? old[at] : old.find((field) => field.name === name)
      if (same && decodeAround(same.rawValue) === value) return url.slice(same.start, same.end)
      return `${encodeAround(name)}=${encodeAround(value)}`
    })
    .join('&')
  return `${before}${query === '' ? '' : `?${query}`}${url.slice(end)}`
}

/** Encodes text for a query, and leaves its macros as they are. */
export const encodeAround = (text: string): string => aroundMacros(text, encodeValue)

const decodeAround = (text: string): string => aroundMacros(text, decoded)

function aroundMacros(text: string, change: (piece: string) => string): string {
  let changed = ''
  let at = 0
  for (const { start, end, raw } of macrosIn(text)) {
    changed += change(text.slice(at, start)) + raw
    at = end
  }
  return changed + change(text.slice(at))
}
