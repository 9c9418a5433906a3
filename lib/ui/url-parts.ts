/** What of a hop's URL is shown apart. */
export interface UrlParts {
  /** Host with its port where it is no default one; the scheme where there is no host (`about:`, `data:`). */
  host: string
  /** Path, query and fragment, as they were spelt. */
  rest: string
  secure: boolean
}

/** Splits a URL for showing, without ever rewriting or refusing it: what cannot be read is all `rest`. */
export function urlParts(url: string): UrlParts {
  const read = /^([a-z][a-z0-9+.-]*:)(?:\/\/([^/?#\\]*))?/i.exec(url)
  if (!read) return { host: '', rest: url, secure: false }
  const scheme = (read[1] ?? '').toLowerCase()
  const host = (read[2] ?? '').replace(/^.*@/, '').toLowerCase()
  return { host: host || scheme, rest: url.slice(read[0].length) || '/', secure: scheme === 'https:' }
}
