import { lookUpId } from './id-names.ts'
import { holdsProbeValue } from './probe-value.ts'
import { readUrl } from './read-url.ts'

/**
 * Whether a request carries a click ID, a sub-ID or a campaign tag that has a value, in its URL, in a URL nested in it,
 * or in its urlencoded body; or the test value of a probe link, which counts under any name and in any place.
 */
export const carriesIdentifier = (url: string, body?: string): boolean =>
  holdsProbeValue(url) || readUrl(url, body).some(({ name, value }) => lookUpId(name, value) !== null)
