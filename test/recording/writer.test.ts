import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Store } from '../../lib/browser/store.ts'
import { Writer } from '../../lib/browser/writer.ts'
import { MemoryStore } from './memory-store.ts'

/*
 * A recording as a writer sees it, and nothing else of one: events are numbers, a record is a list of those that it tells
 * of, and a note is one event with the key of its record.
 */

const HELD = 'held'
const noteKey = (number: number) => `note:${number}`
const KEYS = ['a', 'b', 'c'] as const

/** How a store takes one request. */
type Fate = 'works' | 'is slow' | 'fails' | 'is full'
const SLOW_MS = 400

/** Longer than any write waits for its turn, or is tried again. */
const LONG_MS = 5_000

type Step =
  | { does: 'hear'; key: string; canWait: boolean }
  | { does: 'wait'; ms: number }
  | { does: 'forget'; key: string }
  | { does: 'clear' | 'be killed' }

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant('hear' as const),
      key: fc.constantFrom(...KEYS),
      canWait: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constant('wait' as const), ms: fc.constantFrom(0, 1, 31, 260, 2_000) }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('forget' as const), key: fc.constantFrom(...KEYS) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constantFrom('clear' as const, 'be killed' as const) }) },
)
const anySteps = fc.array(anyStep, { minLength: 1, maxLength: 25 })

class Life {
  private readonly store = new MemoryStore()
  private readonly fates: Fate[]
  private worker = 0
  private writer: Writer
  private records = new Map<string, number[]>()
  private heard = 0
  /** The event whose note may still wait for the next. */
  private waits: number | undefined
  private hasFailed = false

  constructor(fates: readonly Fate[]) {
    this.fates = [...fates]
    this.writer = this.newWriter()
  }

  async live(steps: readonly Step[]): Promise<void> {
    for (const step of steps) {
      await this.do(step)
      expect(await this.toldTwice()).toEqual([])
    }
  }

  /** The store works from now on, and something is heard: all that went wrong is made good. */
  async recover(): Promise<void> {
    this.fates.length = 0
    for (let times = 0; times < 2; times++) {
      await this.do({ does: 'hear', key: 'a', canWait: false })
      await vi.advanceTimersByTimeAsync(LONG_MS)
    }
    const { [HELD]: _, ...left } = await this.store.get(null)
    expect(left).toEqual(Object.fromEntries(this.records))
  }

  private async do(step: Step): Promise<void> {
    switch (step.does) {
      case 'hear':
        return this.hear(step.key, step.canWait)
      case 'wait':
        return void (await vi.advanceTimersByTimeAsync(step.ms))
      case 'forget':
        this.records.delete(step.key)
        return this.writeAtOnce([step.key])
      case 'clear':
        this.records.clear()
        return this.writeAtOnce([HELD, ...KEYS])
      case 'be killed':
        return this.wakeAgain()
    }
  }

  private hear(key: string, canWait: boolean): void {
    const event = ++this.heard
    tell(this.records, [key, event])
    // Of two in a row the recorder lets none but the last one wait.
    this.waits = canWait && this.waits === undefined ? event : undefined
    this.writer.write([key], [key, event], this.waits === event)
  }

  private async writeAtOnce(keys: readonly string[]): Promise<void> {
    this.writer.write(keys)
    const written = this.writer.written()
    await vi.advanceTimersByTimeAsync(LONG_MS)
    await written
  }

  private async wakeAgain(): Promise<void> {
    this.worker++
    const { records, notes, held, last, gone } = await this.left()
    for (const note of notes) tell(records, note)
    if (!this.hasFailed) {
      const lost = [...this.records.values()].flat().filter((event) => ![...records.values()].flat().includes(event))
      expect(lost).toEqual(lost.length === 0 ? [] : [this.waits])
    }
    this.records = records
    this.writer = this.newWriter()
    this.writer.resume(
      { held, gone, last },
      notes.map(([key]) => key),
    )
  }

  /** What the next worker would find. */
  private async left() {
    const { [HELD]: held = 0, ...items } = await this.store.get(null)
    const numbers = Object.keys(items).flatMap((key) => (key.startsWith('note:') ? Number(key.slice(5)) : []))
    numbers.sort((a, b) => a - b)
    const notes = numbers.filter((number) => number > Number(held)).map((number) => items[noteKey(number)])
    return {
      records: new Map(Object.entries(items).filter((item): item is [string, number[]] => Array.isArray(item[1]))),
      notes: notes.flatMap((note): Note[] => JSON.parse(String(note))),
      held: Number(held),
      gone: (numbers[0] ?? Number(held) + 1) - 1,
      last: Math.max(Number(held), ...numbers.slice(-1)),
    }
  }

  private async toldTwice(): Promise<number[]> {
    const { records, notes } = await this.left()
    for (const note of notes) tell(records, note)
    return [...records.values()].flatMap((events) => events.filter((event, at) => events.indexOf(event) !== at))
  }

  private newWriter(): Writer {
    const worker = this.worker
    const ask = async (what: 'set' | 'remove', then: () => Promise<void>) => {
      // A worker that is killed asks for nothing, and is told nothing.
      if (worker !== this.worker) await new Promise(() => {})
      const fate = this.fates.shift() ?? 'works'
      if (fate === 'fails' || (fate === 'is full' && what === 'set')) {
        this.hasFailed = true
        throw new Error(fate === 'fails' ? 'I/O error' : 'quota exceeded')
      }
      await then()
      if (fate === 'is slow') await new Promise((resolve) => setTimeout(resolve, SLOW_MS))
    }
    const store: Store = {
      get: (keys) => this.store.get(keys),
      set: (items) => ask('set', () => this.store.set(items)),
      remove: (keys) => ask('remove', () => this.store.remove(keys)),
    }
    return new Writer({
      store,
      noteKey,
      heldKey: HELD,
      valueUnder: (key) => this.records.get(key),
      makeRoom: async () => {
        const [oldest] = worker === this.worker && this.records.size > 1 ? this.records.keys() : []
        if (oldest !== undefined) this.records.delete(oldest)
        return oldest === undefined ? [] : [oldest]
      },
    })
  }
}

type Note = [key: string, event: number]
const tell = (records: Map<string, number[]>, [key, event]: Note) =>
  void records.set(key, [...(records.get(key) ?? []), event])

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('whatever is heard, and whenever the worker is killed, nothing is lost and nothing told twice', () => {
  const always = (fates: readonly Fate[]) =>
    fc.assert(
      fc.asyncProperty(anySteps, fc.array(fc.constantFrom(...fates), { maxLength: 25 }), async (steps, taken) => {
        const life = new Life(taken)
        await life.live(steps)
        await life.recover()
      }),
      { numRuns: 1_500 },
    )

  test('where the store works, quickly or slowly', () => always(['works', 'is slow']))

  // What is heard while it does not work is lost with the worker, and nothing else.
  test('where the store fails and is full now and then', () =>
    always(['works', 'works', 'works', 'is slow', 'fails', 'is full']))
})
