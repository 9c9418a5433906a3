import { carriesIdentifier } from '../identifiers/carries.ts'
import type { TabRecord } from './recording.ts'

/** A value shorter than this stands in too many URLs by chance. */
const SHORTEST_VALUE = 4

/** How many of a tab's newest navigations a value may have come from. */
const LOOK_BACK = 30

/**
 * Keeps of a form's body only what names identifiers: fields with an identifier's name, and fields whose value already
 * stood in one of the tab's URLs (an identifier under another name). A name, an address or a password is never kept.
 *
 * @param body urlencoded fields
 * @returns the fields kept, urlencoded as they were; empty where there are none
 */
export function identifyingFields(body: string, tab: TabRecord): string {
  const urls = tab.navigations.slice(-LOOK_BACK).flatMap((n) => [n.url, ...n.legs.map((leg) => leg.url)])
  return body
    .split('&')
    .filter((field) => {
      const value = field.slice(field.indexOf('=') + 1)
      if (carriesIdentifier(`http://body.invalid/?${field}`)) return true
      return value.length >= SHORTEST_VALUE && urls.some((url) => url.includes(value))
    })
    .join('&')
}
