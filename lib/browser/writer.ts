import type { Store } from './store.ts'

export interface WriterDeps {
  store: Store
  /** What the store is to hold under a key now; undefined when it is to hold nothing. */
  valueUnder(key: string): unknown
  /** Called when the store is full. @returns the keys of what was given up for the rest; none when nothing can be */
  makeRoom(): Promise<string[]>
}

/** How often a write is made that fails though nothing can be given up for it, before it waits for the next change. */
const TRIES = 3

/**
 * Brings a store to what it is to hold, with one write under way at a time: what changes meanwhile goes together with the
 * next, so that a burst of events costs few writes. A write that fails is made again, at once or with the next change;
 * nothing that is not in the store is ever forgotten to be.
 */
export class Writer {
  private readonly deps: WriterDeps
  private readonly waiting = new Set<string>()
  private isWriting = false

  constructor(deps: WriterDeps) {
    this.deps = deps
  }

  /** Writes keys: in this very tick unless a write is under way. Never throws. */
  write(keys: readonly string[]): void {
    for (const key of keys) this.waiting.add(key)
    if (!this.isWriting && this.waiting.size > 0) void this.writeAll()
  }

  private async writeAll(): Promise<void> {
    this.isWriting = true
    let goesOn = true
    let triesLeft = TRIES
    while (goesOn && this.waiting.size > 0) {
      const keys = [...this.waiting]
      this.waiting.clear()
      try {
        await this.handOver(keys)
      } catch (error) {
        for (const key of keys) this.waiting.add(key)
        goesOn = (isFull(error) && (await this.giveUpSomething())) || --triesLeft > 0
      }
    }
    this.isWriting = false
  }

  private async handOver(keys: readonly string[]): Promise<void> {
    const { store, valueUnder } = this.deps
    const set: Record<string, unknown> = {}
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

/** Chrome: "Session storage quota bytes exceeded". Firefox: "QuotaExceededError". */
const isFull = (error: unknown) => /quota/i.test(String(error))
