/** The parts of a URL, byte for byte. Unlike URL, which mends what it reads, and throws. */
export interface UrlParts {
  /** Lower case, without its colon; empty when there is none. */
  scheme: string
  /** Lower case, without user name and port. */
  host: string
  path: string
  /** Without its `?`; null when there is no `?`. */
  query: string | null
  /** Without its `#`; null when there is no `#`. */
  fragment: string | null
}

const SCHEME = /^[a-z][a-z0-9+.-]*$/i
const PORT = /:\d*$/

/** Splits any text as RFC 3986 says a URL is split. Never throws. */
export function splitUrl(url: string): UrlParts {
  const [beforeFragment, fragment] = cutAt(url, '#')
  const [beforeQuery, query] = cutAt(beforeFragment, '?')
  const colon = beforeQuery.indexOf(':')
  const scheme = colon > 0 && SCHEME.test(beforeQuery.slice(0, colon)) ? beforeQuery.slice(0, colon).toLowerCase() : ''
  const start = scheme === '' ? 0 : colon + 1
  if (!beforeQuery.startsWith('//', start)) return { scheme, host: '', path: beforeQuery.slice(start), query, fragment }
  const slash = beforeQuery.indexOf('/', start + 2)
  const authority = beforeQuery.slice(start + 2, slash < 0 ? undefined : slash)
  const host = authority
    .slice(authority.lastIndexOf('@') + 1)
    .replace(PORT, '')
    .toLowerCase()
  return { scheme, host, path: slash < 0 ? '' : beforeQuery.slice(slash), query, fragment }
}

function cutAt(text: string, mark: string): [string, string | null] {
  const at = text.indexOf(mark)
  return at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + 1)]
}
