import type { CaptureEvent } from '../../lib/model/capture-event.ts'

export const TELLERS = ['webRequest', 'webNavigation', 'pages'] as const
export type Teller = (typeof TELLERS)[number]

/** Who tells an event: one of the browser's two APIs, or a page. None waits for another. */
export function tellerOf({ type }: CaptureEvent): Teller {
  if (type.startsWith('page-')) return 'pages'
  return type.startsWith('request-') || type === 'response-started' ? 'webRequest' : 'webNavigation'
}
