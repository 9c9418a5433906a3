import type { CaptureEvent } from '../../lib/model/capture-event.ts'
import { emptyRecording, type Recording } from '../../lib/recording/recording.ts'
import { reduce } from '../../lib/recording/reduce.ts'

let requests = 0

/** A page that came: begun, asked for, answered, there. */
export function page(tabId: number, url: string, time: number, initiator?: string): CaptureEvent[] {
  const requestId = String(++requests)
  return [
    { type: 'navigation-begun', tabId, url, time },
    { type: 'request-sent', tabId, url, time: time + 1, requestId, method: 'GET', ...(initiator ? { initiator } : {}) },
    { type: 'response-started', tabId, url, time: time + 2, requestId, status: 200, fromCache: false },
    { type: 'navigation-committed', tabId, url, time: time + 3, transition: 'link', qualifiers: [] },
  ]
}

export const opens = (sourceTabId: number, tabId: number, url: string, time: number): CaptureEvent => ({
  type: 'tab-opened',
  sourceTabId,
  tabId,
  url,
  time,
})

export function recorded(...events: CaptureEvent[]): Recording {
  const recording = emptyRecording()
  for (const event of events) reduce(recording, event)
  return recording
}
