import { carriesIdentifier } from '../identifiers/carries.ts'
import type { CaptureEvent } from '../model/capture-event.ts'
import type { TabRecord } from './recording.ts'

/** A value shorter than this stands in too many URLs by chance. */
const SHORTEST_VALUE = 4

/** How many of a tab's newest navigations a value may have come from. */
const LOOK_BACK = 30

/**
 * Keeps of a form's body only what names identifiers: fields with an identifier's name, and fields whose value already
 * stood in one of the tab's URLs or in the one it is sent to (an identifier under another name). A name, an address or a password is never kept.
 *
 * @param body urlencoded fields
 * @param to URL that it is sent to
 * @returns the fields kept, urlencoded as they were; empty where there are none
 */
export function identifyingFields(body: string, tab: TabRecord, to: string): string {
  const urls = tab.navigations
    .slice(-LOOK_BACK)
    .flatMap((n) => [n.url, ...n.legs.map((leg) => leg.url)])
    .concat(to)
  return body
    .split('&')
    .filter((field) => {
      const value = field.slice(field.indexOf('=') + 1)
      if (carriesIdentifier(`http://body.invalid/?${field}`)) return true
      return value.length >= SHORTEST_VALUE && urls.some((url) => url.includes(value))
    })
    .join('&')
}

/** An event as it may be kept: of a form's body only the fields that identify. */
export function withoutPrivateFields<E extends CaptureEvent>(event: E, tab: TabRecord): E {
  if (event.type !== 'request-sent' || event.body === undefined) return event
  return { ...event, body: identifyingFields(event.body, tab, event.url) }
}
