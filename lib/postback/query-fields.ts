/** One `name=value` of a query, decoded where it can be decoded. */
export interface QueryField {
  name: string
  value: string
}

/** The fields of a URL's query, in order; what cannot be decoded stands as it is spelt. */
export function queryFields(url: string): QueryField[] {
  return queryOf(url)
    .split('&')
    .filter((field) => field !== '')
    .map((field) => {
      const [name = '', ...value] = field.split('=')
      return { name: decoded(name), value: decoded(value.join('=')) }
    })
}

/** The raw query, without its `?`. */
export function queryOf(url: string): string {
  const beforeFragment = url.split('#', 1)[0] ?? ''
  const at = beforeFragment.indexOf('?')
  return at < 0 ? '' : beforeFragment.slice(at + 1)
}

/** Decodes percent-encoding once; a text that is no valid encoding stays as it is. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
