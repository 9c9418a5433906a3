import { lookUpId } from './id-names.ts'
import { readUrl } from './read-url.ts'

/**
 * Whether a request carries a click ID, a sub-ID or a campaign tag that has a value, in its URL, in a URL nested in it,
 * or in its urlencoded body.
 */
export const carriesIdentifier = (url: string, body?: string): boolean =>
  readUrl(url, body).some(({ name, value }) => lookUpId(name, value) !== null)
