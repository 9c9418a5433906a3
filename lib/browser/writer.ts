import type { Noted } from '../recording/heard.ts'
import type { Store } from './store.ts'

export interface WriterDeps {
  store: Store
  /** Where a note is kept. @param number of the note, counted up for as long as the store lasts */
  noteKey(number: number): string
  /** Where it is kept up to which note the rest of the store holds all that they tell. */
  heldKey: string
  /** What the store is to hold under a key now; undefined when it is to hold nothing. */
  valueUnder(key: string): unknown
  /** Called when the store is full. @returns the keys of what was given up for the rest; none when nothing can be */
  makeRoom(): Promise<string[]>
}

/** How often a write is made that fails though nothing can be given up for it, before it waits for the next change. */
const TRIES = 3

/**
 * The least time from one write to the next. Whatever is asked of the browser is done in the thread that also carries the
 * page's requests: half a millisecond for a note, more for the record of a long chain.
 */
const PAUSE_MS = 250

/** How long a note waits for the next one, to go with it. */
const NOTE_MS = 30

/**
 * Brings a store to what it is to hold. The first change is written in its very tick; those that follow close on it go
 * together with the next write, so that a burst costs few, and each is noted until then: a note is small. A write that
 * fails is made again, at once or with the next change; nothing that is not in the store is ever forgotten to be.
 */
export class Writer {
  private readonly deps: WriterDeps
  private readonly waiting = new Set<string>()
  private writing: Promise<void> | undefined
  private lastAt = Number.NEGATIVE_INFINITY
  private hurried = false
  private cutShort: (() => void) | undefined
  private notes: unknown[] = []
  private notedAt = 0
  private keeping = false
  private noted: Noted = { held: 0, gone: 0, last: 0 }

  constructor(deps: WriterDeps) {
    this.deps = deps
  }

  /**
   * Writes keys: in this very tick unless the last write was a moment ago. Never throws.
   *
   * @param note what the store is to hold in this very tick if the keys have to wait: it tells what changes them
   * @param canWait whether the note may go with the next one
   */
  write(keys: readonly string[], note?: unknown, canWait = false): void {
    this.wait(keys)
    if (this.waiting.size === 0) return
    this.writing ??= this.writeAll()
    if (note === undefined || keys.length === 0 || !keys.some((key) => this.waiting.has(key))) return
    this.notes.push(note)
    if (!canWait) this.keep()
    else this.keepSoon()
  }

  /** Goes on where another writer ended. @param keys of what its notes tell, and of what could not be read */
  resume(noted: Noted, keys: readonly string[]): void {
    this.noted = noted
    this.write([...keys, ...this.notesUpTo(noted.held)])
  }

  /** Waits until all that changed so far is written, or was refused. Never rejects. */
  async written(): Promise<void> {
    this.hurried = true
    this.cutShort?.()
    await this.writing
    this.hurried = false
  }

  /** A timer looks again when its time has come: one for each note would cost more than the note. */
  private keepSoon(): void {
    this.notedAt = performance.now()
    if (this.keeping) return
    const look = () => {
      const left = this.notedAt + NOTE_MS - performance.now()
      this.keeping = this.notes.length > 0 && left > 0
      if (this.keeping) setTimeout(look, left)
      else this.keep()
    }
    this.keeping = true
    setTimeout(look, NOTE_MS)
  }

  private keep(): void {
    if (this.notes.length === 0) return
    const { store, noteKey } = this.deps
    // Text: the browser takes it apart for nobody. Where there is no room for it, the next write makes some.
    store.set({ [noteKey(++this.noted.last)]: JSON.stringify(this.notes) }).catch(() => {})
    this.notes = []
  }

  private async writeAll(): Promise<void> {
    for (let triesLeft = TRIES; triesLeft > 0 && this.waiting.size > 0; ) {
      const early = this.lastAt + PAUSE_MS - performance.now()
      if (early > 0 && !this.hurried) await this.pause(early)
      const keys = this.take()
      this.lastAt = performance.now()
      try {
        await this.handOver(keys)
        triesLeft = TRIES
      } catch (error) {
        // What changed meanwhile has not failed yet.
        triesLeft = this.waiting.size > 0 ? TRIES : triesLeft - 1
        this.wait(keys)
        if (isFull(error) && (await this.giveUpSomething())) {
          triesLeft = TRIES
          this.lastAt = Number.NEGATIVE_INFINITY
        }
      }
    }
    this.writing = undefined
  }

  private pause(ms: number): Promise<void> {
    return new Promise((over) => {
      this.cutShort = over
      setTimeout(over, ms)
    })
  }

  /** What waits. Where all is to go, the notes go too. */
  private take(): string[] {
    if (this.waiting.has(this.deps.heldKey)) this.wait(this.notesUpTo(this.noted.last))
    const keys = [...this.waiting]
    this.waiting.clear()
    return keys
  }

  private async handOver(keys: readonly string[]): Promise<void> {
    const { store, valueUnder, heldKey } = this.deps
    const { held, last } = this.noted
    this.notes = []
    const set: Record<string, unknown> = {}
    const gone: string[] = []
    // In one write with what the notes tell, so that it is never there twice.
    if (last > held && !keys.includes(heldKey)) set[heldKey] = last
    for (const key of keys) {
      const value = valueUnder(key)
      if (value === undefined) gone.push(key)
      else set[key] = value
    }
    // What goes makes room for what comes.
    const removed = gone.length > 0 ? store.remove(gone) : undefined
    await Promise.all([removed, Object.keys(set).length > 0 ? store.set(set) : undefined])
    this.noted.held = last
    this.wait(this.notesUpTo(last))
  }

  /** The keys of the notes up to this one that are still there, which are to go. */
  private notesUpTo(number: number): string[] {
    const keys: string[] = []
    while (this.noted.gone < number) keys.push(this.deps.noteKey(++this.noted.gone))
    return keys
  }

  /** First the notes: what they tell is about to be written. @returns whether there was anything */
  private async giveUpSomething(): Promise<boolean> {
    const notes = this.notesUpTo(this.noted.last)
    const keys = notes.length > 0 ? notes : await this.deps.makeRoom().catch(() => [])
    this.wait(keys)
    return keys.length > 0
  }

  private wait(keys: readonly string[]): void {
    for (const key of keys) this.waiting.add(key)
  }
}

/** Chrome: "Session storage quota bytes exceeded". Firefox: "QuotaExceededError". */
const isFull = (error: unknown) => /quota/i.test(String(error))
