import type { Store } from './store.ts'

const DRAFT_PREFIX = 'draft:'

/** Whether a storage key holds what someone is typing. */
export const isDraftKey = (key: string): boolean => key.startsWith(DRAFT_PREFIX)

/** Keeps what is typed into a field of one of the extension's pages; null forgets it. */
export async function keepDraft(store: Store, field: string, text: string | null): Promise<void> {
  const key = DRAFT_PREFIX + field
  await (text === null ? store.remove(key) : store.set({ [key]: text }))
}

/** What was typed, by field. */
export function draftsIn(items: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(items).flatMap(([key, text]) =>
      isDraftKey(key) && typeof text === 'string' ? [[key.slice(DRAFT_PREFIX.length), text]] : [],
    ),
  )
}
