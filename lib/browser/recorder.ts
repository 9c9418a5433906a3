import type { CaptureEvent } from '../model/capture-event.ts'
import { isRecordingKey, navigationKey, tabKey } from '../recording/keys.ts'
import { emptyRecording, type Recording, type TabRecord } from '../recording/recording.ts'
import { reduce } from '../recording/reduce.ts'
import { restore, stored } from '../recording/restore.ts'
import type { Store } from './store.ts'

const keysOfTab = ({ tabId, navigations }: TabRecord) => [
  tabKey(tabId),
  ...navigations.map(({ number }) => navigationKey(tabId, number)),
]

/**
 * Keeps the recording in a store that outlives the worker.
 *
 * Events wait only for the store to be read, once in a worker's life. Each is then written at once and nobody waits for
 * the write: the browser keeps the order of writes, and a worker that dies the next moment has already handed it over.
 */
export class Recorder {
  private recording: Recording = emptyRecording()
  private readonly restored: Promise<void>
  private readonly store: Store
  private readonly onChange: (tabId: number) => void

  constructor(store: Store, onChange: (tabId: number) => void) {
    this.store = store
    this.onChange = onChange
    this.restored = store.get(null).then(
      (items) => {
        this.recording = restore(items)
      },
      () => {},
    )
  }

  /** Adds one fact. Never rejects: a write that fails costs that write. */
  async record(event: CaptureEvent): Promise<void> {
    await this.restored
    this.write(reduce(this.recording, event))
    this.onChange(event.tabId)
  }

  /** What is known so far: to be read, not to be changed. */
  async read(): Promise<Recording> {
    await this.restored
    return this.recording
  }

  /** Changes the recording by something that tells which storage keys it touched. */
  async change(by: (recording: Recording) => string[]): Promise<void> {
    await this.restored
    this.write(by(this.recording))
  }

  /** Forgets everything. @returns the tabs that something was known of */
  async clear(): Promise<number[]> {
    await this.restored
    const items = await this.store.get(null)
    // From here to the removal nothing waits: what is heard meanwhile belongs to the new recording, in memory and store.
    const { tabs } = this.recording
    this.recording = emptyRecording()
    const keys = new Set([...Object.keys(items).filter(isRecordingKey), ...[...tabs.values()].flatMap(keysOfTab)])
    await this.store.remove([...keys])
    return [...tabs.keys()]
  }

  private write(keys: string[]): void {
    const set: Record<string, unknown> = {}
    const gone: string[] = []
    for (const key of keys) {
      const value = stored(this.recording, key)
      if (value === undefined) gone.push(key)
      else set[key] = value
    }
    if (Object.keys(set).length > 0) this.store.set(set).catch(() => {})
    if (gone.length > 0) this.store.remove(gone).catch(() => {})
  }
}
