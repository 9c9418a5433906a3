import type { CaptureEvent } from '../../lib/model/capture-event.ts'
import type { Recording } from '../../lib/recording/recording.ts'
import { reduce } from '../../lib/recording/reduce.ts'
import { restore, stored } from '../../lib/recording/restore.ts'
import { reduceAll } from './reduce-all.ts'

/** What the store holds after these events, written key by key as the recorder does, as JSON. */
export function storeAfter(events: readonly CaptureEvent[]): Record<string, unknown> {
  const recording = restore({})
  const store: Record<string, unknown> = {}
  for (const event of events) {
    for (const key of reduce(recording, event)) {
      const value = stored(recording, key)
      if (value === undefined) delete store[key]
      else store[key] = JSON.parse(JSON.stringify(value))
    }
  }
  return store
}

/** The recording of a worker that died after `split` events and came back to what it had written. */
export function afterRestart(events: readonly CaptureEvent[], split: number): Recording {
  const recording = restore(storeAfter(events.slice(0, split)))
  for (const event of events.slice(split)) reduce(recording, event)
  return recording
}

export const withoutRestart = (events: readonly CaptureEvent[]): Recording => reduceAll(events)
