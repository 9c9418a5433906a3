/** One `name=value` of a URL's query, with where it stands: offsets in the URL. */
export interface Field {
  /** Decoded where it can be decoded. */
  name: string
  value: string
  rawName: string
  rawValue: string
  start: number
  end: number
  /** Of the raw value; equal to `end` where there is no `=`. */
  valueStart: number
}

/** The fields of a URL's query, in order; what cannot be decoded stands as it is spelt. Never throws. */
export function fieldsIn(url: string): Field[] {
  const { start, end } = queryPlace(url)
  const fields: Field[] = []
  let at = start
  for (const piece of start < end ? url.slice(start, end).split('&') : []) {
    const equals = piece.indexOf('=')
    const nameLength = equals < 0 ? piece.length : equals
    const rawName = piece.slice(0, nameLength)
    const rawValue = equals < 0 ? '' : piece.slice(equals + 1)
    const place = { start: at, end: at + piece.length, valueStart: at + piece.length - rawValue.length }
    if (piece !== '') fields.push({ name: decoded(rawName), value: decoded(rawValue), rawName, rawValue, ...place })
    at += piece.length + 1
  }
  return fields
}

/** Where the raw query stands, without its `?`; both at the end of what comes before the fragment when there is none. */
export function queryPlace(url: string): { start: number; end: number } {
  const hash = url.indexOf('#')
  const end = hash < 0 ? url.length : hash
  const mark = url.indexOf('?')
  return { start: mark < 0 || mark > end ? end : mark + 1, end }
}

/** Decodes percent-encoding once; a text that is no valid encoding stays as it is. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
