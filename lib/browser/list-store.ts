import type { Store } from './store.ts'

/** A list under one key of a store, in the user's order. What this version cannot read of it stays as it is. */
export interface ListStore {
  /** Its items, unread. */
  in(items: Record<string, unknown>): unknown[]
  /** Adds an item, or replaces the one with its id. */
  save(store: Store, item: { id: string }): Promise<void>
  delete(store: Store, id: string): Promise<void>
}

export function listStore(key: string): ListStore {
  const listIn = (items: Record<string, unknown>): unknown[] => (Array.isArray(items[key]) ? items[key] : [])
  return {
    in: listIn,
    async save(store, item) {
      const kept = listIn(await store.get(key))
      const at = kept.findIndex((known) => idOf(known) === item.id)
      await store.set({ [key]: at < 0 ? [...kept, item] : kept.with(at, item) })
    },
    async delete(store, id) {
      const kept = listIn(await store.get(key))
      await store.set({ [key]: kept.filter((known) => idOf(known) !== id) })
    },
  }
}

const idOf = (item: unknown): unknown => (item as { id?: unknown } | null)?.id
