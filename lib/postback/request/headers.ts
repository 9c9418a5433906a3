import type { Header } from '../../model/postback.ts'

/** Why a header cannot be sent as it is set, in words. */
export interface HeaderProblem {
  name: string
  message: string
}

/** Headers that a page or extension may not set. Source: the Fetch standard, "forbidden request-header". */
const FORBIDDEN =
  /^(?:accept-charset|accept-encoding|access-control-request-(?:headers|method|private-network)|connection|content-length|cookie2?|date|dnt|expect|host|keep-alive|origin|referer|set-cookie|te|trailer|transfer-encoding|upgrade|via|proxy-.*|sec-.*)$/i
/** RFC 9110: token. */
const NAME = /^[\w!#$%&'*+.^`|~-]+$/
/** Visible characters of ISO 8859-1, with blanks between. */
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/

/** What is wrong with headers, before the browser refuses them without a word or drops them. */
export function headerProblems(headers: readonly Header[]): HeaderProblem[] {
  const seen = new Set<string>()
  return headers.flatMap(({ name, value }) => {
    const again = seen.has(name.toLowerCase())
    seen.add(name.toLowerCase())
    const message =
      whyNot(name, value) ?? (again ? 'is set twice: both values are sent as one, joined by a comma.' : undefined)
    return message === undefined ? [] : [{ name, message }]
  })
}

/** The headers that can be sent. */
export const sendable = (headers: readonly Header[]): Header[] =>
  headers.filter(({ name, value }) => whyNot(name, value) === undefined)

function whyNot(name: string, value: string): string | undefined {
  if (name === '') return 'has no name.'
  if (!NAME.test(name)) return 'is no name for a header: letters, digits and - only.'
  if (FORBIDDEN.test(name)) return 'is set by the browser itself, and by nobody else.'
  if (!VALUE.test(value)) return 'holds a line break, or letters that no header can hold.'
  return undefined
}
