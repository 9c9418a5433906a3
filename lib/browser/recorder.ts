import type { CaptureEvent } from '../model/capture-event.ts'
import { heardIn, toKeep } from '../recording/heard.ts'
import { HEARD_KEY, heardKey, isRecordingKey, navigationKey, tabKey } from '../recording/keys.ts'
import { emptyRecording, type Recording, type TabRecord } from '../recording/recording.ts'
import { reduce } from '../recording/reduce.ts'
import { recordsIn, stored } from '../recording/restore.ts'
import { seal } from '../recording/seal.ts'
import type { Store } from './store.ts'
import { Writer } from './writer.ts'

/** Set while nothing is to be recorded. Like the recording itself it is gone when the browser ends. */
export const PAUSED_KEY = 'paused'

export interface RecorderDeps {
  store: Store
  /** Told the tab of each event recorded. */
  onChange(tabId: number): void
  /** Gives the function that forgets what is worth least, asked for only when the store is full. */
  roomMaker(): Promise<(recording: Recording) => string[]>
}

const keysOfTab = ({ tabId, navigations }: TabRecord) => [
  tabKey(tabId),
  ...navigations.map(({ number }) => navigationKey(tabId, number)),
]

/**
 * Keeps the recording in a store that outlives the worker.
 *
 * Events wait only for the store to be read, once in a worker's life. Each is in the store in the tick in which it is
 * heard, as the record that it changed or, close on a write, by itself; nobody waits for that. Only the request that a
 * redirect sets off may go with what comes next: its answer tells of it again.
 */
export class Recorder {
  private recording: Recording = emptyRecording()
  private paused = false
  /** The request that a redirect was told of just now: what it then asks for says little that the answer does not say again. */
  private redirected: string | undefined
  private readonly restored: Promise<void>
  private readonly store: Store
  private readonly writer: Writer
  private readonly onChange: (tabId: number) => void

  constructor({ store, onChange, roomMaker }: RecorderDeps) {
    this.store = store
    this.onChange = onChange
    this.writer = new Writer({
      store,
      noteKey: heardKey,
      heldKey: HEARD_KEY,
      valueUnder: (key) => (key === PAUSED_KEY ? this.paused || undefined : stored(this.recording, key)),
      makeRoom: async () => (await roomMaker())(this.recording),
    })
    this.restored = store.get(null).then(
      (items) => {
        const { recording, mended } = recordsIn(items)
        this.recording = recording
        this.paused = items[PAUSED_KEY] === true
        const { events, noted } = heardIn(items)
        this.writer.resume(noted, [...mended, ...events.flatMap((event) => reduce(recording, event))])
      },
      () => {},
    )
  }

  /** Adds one fact. Never rejects: a write that fails is made again. */
  async record(event: CaptureEvent): Promise<void> {
    await this.restored
    if (this.paused) return
    const kept = toKeep(this.recording, event)
    const canWait = event.type === 'request-sent' && event.requestId === this.redirected
    this.redirected = event.type === 'request-redirected' ? event.requestId : undefined
    this.writer.write(reduce(this.recording, event), kept, canWait)
    this.onChange(event.tabId)
  }

  /** What is known so far: to be read, not to be changed. */
  async read(): Promise<Recording> {
    await this.restored
    return this.recording
  }

  /**
   * Changes the recording by something that tells which storage keys it touched. No event tells of it again, so it waits
   * for nothing: when it is over, the store holds it and no trace of what was before, or refused.
   */
  async change(by: (recording: Recording) => string[]): Promise<void> {
    await this.restored
    const keys = by(this.recording)
    this.writer.write(keys)
    if (keys.length > 0) await this.writer.written()
  }

  async isPaused(): Promise<boolean> {
    await this.restored
    return this.paused
  }

  /** From now on nothing is recorded, whichever worker hears it. What is there is kept, and nothing will follow from it. */
  async pause(): Promise<void> {
    await this.restored
    this.paused = true
    this.writer.write([...seal(this.recording), PAUSED_KEY])
    await this.writer.written()
  }

  /** From now on everything is recorded again. */
  async resume(): Promise<void> {
    await this.restored
    this.paused = false
    this.writer.write([PAUSED_KEY])
    await this.writer.written()
  }

  /** Forgets everything, and whatever of it cannot be read. @returns the tabs that something was known of */
  async clear(): Promise<number[]> {
    await this.restored
    const items = await this.store.get(null).catch(() => ({}))
    const { tabs } = this.recording
    this.recording = emptyRecording()
    const known = [...tabs.values()].flatMap(keysOfTab)
    this.writer.write([HEARD_KEY, ...Object.keys(items).filter(isRecordingKey), ...known])
    await this.writer.written()
    return [...tabs.keys()]
  }
}
