import type { CaptureEvent } from '../model/capture-event.ts'
import type { Store } from './store.ts'

/**
 * Keeps every event as it came, under `log:<n>`, beside what is made of it. Only a build made to record fixtures has
 * this (`WXT_KEEP_LOG=1`): a log from a real browser is a test that nobody has to invent.
 */
export function keepLog(store: Store): (event: CaptureEvent) => void {
  let count = 0
  return (event) => {
    const key = `log:${String(Date.now()).padStart(15, '0')}:${String(count++).padStart(6, '0')}`
    store.set({ [key]: event }).catch(() => {})
  }
}
