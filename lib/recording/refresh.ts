/** The delay (digits, dots), then the end or a separator: white space, at most one `;` or `,`, white space. */
const PARTS = /^[\t\n\f\r ]*(?:(\d+)|(?=\.))[\d.]*(?:$|[\t\n\f\r ]*[;,][\t\n\f\r ]*|[\t\n\f\r ]+)([\s\S]*)$/

/** A leading `url=` in any case, with white space around the sign. */
const URL_PREFIX = /^url[\t\n\f\r ]*=[\t\n\f\r ]*/i

/**
 * Reads a declarative refresh, as a `Refresh` header or a meta element writes it
 * (HTML standard, "shared declarative refresh steps").
 *
 * @param base URL of the document it stands in
 * @returns delay in seconds and absolute URL; undefined where the browser ignores it
 */
export function readRefresh(content: string, base: string): { seconds: number; url: string } | undefined {
  const found = PARTS.exec(content)
  if (!found) return undefined
  const rest = (found[2] ?? '').replace(URL_PREFIX, '')
  const quote = rest[0] === '"' || rest[0] === "'" ? rest[0] : undefined
  const end = quote ? rest.indexOf(quote, 1) : -1
  const spelt = quote ? rest.slice(1, end < 0 ? undefined : end) : rest
  const url = URL.parse(spelt, base)
  return url ? { seconds: Number(found[1] ?? 0), url: url.href } : undefined
}
