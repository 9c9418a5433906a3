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

/** Splits any text as RFC 3986 says a URL is split. Never throws. */
export function splitUrl(url: string): UrlParts {
  const [beforeFragment, fragment] = cutAt(url, '#')
  const [beforeQuery, query] = cutAt(beforeFragment, '?')
  const scheme = /^[a-z][a-z0-9+.-]*(?=:)/i.exec(beforeQuery)?.[0] ?? ''
  const rest = scheme === '' ? beforeQuery : beforeQuery.slice(scheme.length + 1)
  if (!rest.startsWith('//')) return { scheme: scheme.toLowerCase(), host: '', path: rest, query, fragment }
  const slash = rest.indexOf('/', 2)
  const authority = slash < 0 ? rest.slice(2) : rest.slice(2, slash)
  const host = authority
    .slice(authority.lastIndexOf('@') + 1)
    .replace(/:\d*$/, '')
    .toLowerCase()
  return { scheme: scheme.toLowerCase(), host, path: slash < 0 ? '' : rest.slice(slash), query, fragment }
}

function cutAt(text: string, mark: string): [string, string | null] {
  const at = text.indexOf(mark)
  return at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + 1)]
}
