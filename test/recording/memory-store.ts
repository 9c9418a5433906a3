import type { Store } from '../../lib/browser/store.ts'

/** A storage area that lives in memory and keeps copies, as the browsers' do. */
export class MemoryStore implements Store {
  readonly items = new Map<string, string>()

  async get(keys: null | string | string[]): Promise<Record<string, unknown>> {
    const entries = [...this.items].filter(([key]) => keys === null || [keys].flat().includes(key))
    return Object.fromEntries(entries.map(([key, json]) => [key, JSON.parse(json)]))
  }

  async set(items: Record<string, unknown>): Promise<void> {
    for (const [key, value] of Object.entries(items)) this.items.set(key, JSON.stringify(value))
  }

  async remove(keys: string | string[]): Promise<void> {
    for (const key of [keys].flat()) this.items.delete(key)
  }
}
