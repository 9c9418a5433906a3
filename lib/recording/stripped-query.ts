/**
 * Whether one URL is what is left of another when parameters were taken out of its query, and nothing else was done.
 * This is what a browser's tracking protection does to a URL.
 */
export function isStrippedQuery(from: string, to: string): boolean {
  if (from === to) return false
  const [before, after] = [split(from), split(to)]
  if (before.address !== after.address || after.fields.length >= before.fields.length) return false
  let at = 0
  return after.fields.every((field) => {
    at = before.fields.indexOf(field, at) + 1
    return at > 0
  })
}

function split(url: string): { address: string; fields: string[] } {
  const [document = ''] = url.split('#', 1)
  const query = document.indexOf('?')
  if (query < 0) return { address: document, fields: [] }
  return {
    address: document.slice(0, query),
    fields: document
      .slice(query + 1)
      .split('&')
      .filter((f) => f !== ''),
  }
}
