import { MemoryStore } from './memory-store.ts'

/** A storage area with a quota, which refuses a write whole that would go over it, in Chromium's words. */
export class SmallStore extends MemoryStore {
  private readonly quota: number
  /** How many writes were refused. */
  refused = 0

  /** @param quota characters of keys and values as JSON */
  constructor(quota: number) {
    super()
    this.quota = quota
  }

  get size(): number {
    return [...this.items].reduce((total, [key, json]) => total + key.length + json.length, 0)
  }

  override async set(items: Record<string, unknown>): Promise<void> {
    const before = new Map(this.items)
    await super.set(items)
    if (this.size <= this.quota) return
    this.items.clear()
    for (const [key, json] of before) this.items.set(key, json)
    this.refused++
    throw new Error('Session storage quota bytes exceeded. Values were not stored.')
  }
}
