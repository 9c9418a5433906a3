import type { CaptureEvent } from '../../lib/model/capture-event.ts'
import type { Hop, RecordedPath } from '../../lib/model/click-path.ts'
import { pathsOf } from '../../lib/recording/paths.ts'
import { emptyRecording, type Recording } from '../../lib/recording/recording.ts'
import { reduce } from '../../lib/recording/reduce.ts'

export function reduceAll(events: Iterable<CaptureEvent>, recording: Recording = emptyRecording()): Recording {
  for (const event of events) reduce(recording, event)
  return recording
}

export const pathsFrom = (told: { events: Iterable<CaptureEvent> }): RecordedPath[] => pathsOf(reduceAll(told.events))

/** A hop on one line: cause, method unless GET, status or error, URL, and the tab it changes to. */
export function line({ cause, method, status, error, url, tabId, openerTabId }: Hop): string {
  const answer = status ?? error ?? '–'
  return [cause, ...(method === 'GET' ? [] : [method]), answer, url, ...(openerTabId ? [`tab ${tabId}`] : [])].join(' ')
}

/** Each path of a story as lines, oldest first. */
export const tell = (told: { events: Iterable<CaptureEvent> }): string[][] =>
  pathsFrom(told).map(({ hops }) => hops.map(line))
