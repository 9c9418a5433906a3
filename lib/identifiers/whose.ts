import type { Carried } from './carried.ts'
import type { CatalogueEntry } from './catalogue.ts'
import type { Reading } from './reading.ts'

/** Hosts on which Google uses `cid` for something of its own. */
const GOOGLE = /(?:^|\.)(?:google(?:adservices|syndication)?|doubleclick)\.(?:[a-z]{2,3}|com?\.[a-z]{2})$/
const MICROSOFT_ID = /^[0-9a-f]{32}$/i

/**
 * What a parameter is on the URL on which it stands: its name's meaning depends on what stands beside it.
 *
 * A gclid of 32 hexadecimal digits with `gclsrc=3p.ds` is a Microsoft click that Search Ads 360 has put there.
 */
export function entryOn(reading: Reading, { name, value, entry }: Carried): CatalogueEntry | null {
  if (entry === null) return null
  if (name === 'cid' && GOOGLE.test(reading.url.host)) return null
  const isMicrosoft = name === 'gclid' && MICROSOFT_ID.test(value) && reading.holding('3p.ds').length > 0
  return isMicrosoft ? { ...entry, platform: 'Microsoft Advertising' } : entry
}
