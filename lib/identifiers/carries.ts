import { lookUp } from './catalogue.ts'
import { readUrl } from './read-url.ts'

/**
 * Whether a request carries a click ID, a sub-ID or a campaign tag that has a value, in its URL, in a URL nested in it,
 * or in its urlencoded body.
 */
export function carriesIdentifier(url: string, body?: string): boolean {
  return readUrl(url, body).some(({ name, value }) => {
    const entry = lookUp(name, value)
    return entry !== null && entry.kind !== 'other'
  })
}
