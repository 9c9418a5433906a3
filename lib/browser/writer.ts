import type { Store } from './store.ts'

export interface WriterDeps {
  store: Store
  /** Where notes are kept. */
  noteKey: string
  /** What the store is to hold under a key now; undefined when it is to hold nothing. */
  valueUnder(key: string): unknown
  /** Called when the store is full. @returns the keys of what was given up for the rest; none when nothing can be */
  makeRoom(): Promise<string[]>
}

/** How often a write is made that fails though nothing can be given up for it, before it waits for the next change. */
const TRIES = 3

/**
 * The least time from one write to the next. The browser carries out a write in the process that also carries the page's
 * requests: one for every event of a chain of redirects makes the chain a tenth slower.
 */
const PAUSE_MS = 25

/**
 * Brings a store to what it is to hold. The first change is written in its very tick; those that follow close on it go
 * together with the next write, so that a burst costs few, and are noted until then: a note is small. A write that fails
 * is made again, at once or with the next change; nothing that is not in the store is ever forgotten to be.
 */
export class Writer {
  private readonly deps: WriterDeps
  private readonly waiting = new Set<string>()
  private writing: Promise<void> | undefined
  /** Of what waits to be written, as far as it can be noted. */
  private notes: unknown[] = []
  /** Whether there may be notes in the store: the next write, which holds what they tell, takes them out. */
  private noted = false

  constructor(deps: WriterDeps) {
    this.deps = deps
  }

  /**
   * Writes keys: in this very tick unless the last write was a moment ago. Never throws.
   *
   * @param note what the store is to hold in this very tick if the keys have to wait: it tells what changes them
   */
  write(keys: readonly string[], note?: unknown): void {
    for (const key of keys) this.waiting.add(key)
    if (this.waiting.size === 0) return
    if (!this.writing) this.writing = this.writeAll()
    else if (note !== undefined && keys.length > 0) this.keep(note)
  }

  /** Writes the keys that the notes in the store tell of, and takes the notes out. */
  writeNoted(keys: readonly string[]): void {
    this.noted = true
    this.write(keys)
  }

  /** Waits until all that changed so far is written, or was refused. Never rejects. */
  async written(): Promise<void> {
    await this.writing
  }

  private keep(note: unknown): void {
    this.notes.push(note)
    this.noted = true
    // Where there is no room for it, the next write makes some.
    this.deps.store.set({ [this.deps.noteKey]: [...this.notes] }).catch(() => {})
  }

  private async writeAll(): Promise<void> {
    let triesLeft = TRIES
    while (triesLeft > 0 && this.waiting.size > 0) {
      const keys = [...this.waiting]
      const { notes, noted } = this
      this.waiting.clear()
      this.notes = []
      this.noted = false
      const paused = pause()
      try {
        await this.handOver(keys, noted)
        triesLeft = TRIES
      } catch (error) {
        // What changed meanwhile has not failed yet.
        triesLeft = this.waiting.size > 0 ? TRIES : triesLeft - 1
        for (const key of keys) this.waiting.add(key)
        this.notes = [...notes, ...this.notes]
        this.noted ||= noted
        if (isFull(error) && (await this.giveUpSomething())) {
          triesLeft = TRIES
          continue
        }
      }
      await paused
    }
    this.writing = undefined
  }

  /** @param noted whether notes are to be taken out: by the write itself, so that what they tell is never there twice */
  private async handOver(keys: readonly string[], noted: boolean): Promise<void> {
    const { store, valueUnder, noteKey } = this.deps
    const set: Record<string, unknown> = noted && !keys.includes(noteKey) ? { [noteKey]: [] } : {}
    const gone: string[] = []
    for (const key of keys) {
      const value = valueUnder(key)
      if (value === undefined) gone.push(key)
      else set[key] = value
    }
    // What goes makes room for what comes.
    const removed = gone.length > 0 ? store.remove(gone) : undefined
    await Promise.all([removed, Object.keys(set).length > 0 ? store.set(set) : undefined])
  }

  private async giveUpSomething(): Promise<boolean> {
    try {
      const keys = await this.deps.makeRoom()
      for (const key of keys) this.waiting.add(key)
      return keys.length > 0
    } catch {
      return false
    }
  }
}

const pause = () => new Promise((over) => setTimeout(over, PAUSE_MS))

/** Chrome: "Session storage quota bytes exceeded". Firefox: "QuotaExceededError". */
const isFull = (error: unknown) => /quota/i.test(String(error))
