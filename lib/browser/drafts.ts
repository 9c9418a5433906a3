import type { Store } from './store.ts'

const PREFIX = 'draft:'
/** Of a page that was opened over a private window. */
const PRIVATE_PREFIX = 'private-draft:'

/** Whether a storage key holds what someone is typing. */
export const isDraftKey = (key: string): boolean => key.startsWith(PREFIX) || key.startsWith(PRIVATE_PREFIX)

/** The storage key of a field. */
export const draftKey = (field: string, isPrivate: boolean): string => (isPrivate ? PRIVATE_PREFIX : PREFIX) + field

/** Keeps what is typed into a field of one of the extension's pages; null forgets it. */
export async function keepDraft(store: Store, field: string, text: string | null, isPrivate: boolean): Promise<void> {
  const key = draftKey(field, isPrivate)
  await (text === null ? store.remove(key) : store.set({ [key]: text }))
}

/** What was typed, by field: over private windows, or over all others. */
export function draftsIn(items: Record<string, unknown>, isPrivate: boolean): Record<string, string> {
  const prefix = draftKey('', isPrivate)
  return Object.fromEntries(
    Object.entries(items).flatMap(([key, text]) =>
      key.startsWith(prefix) && typeof text === 'string' ? [[key.slice(prefix.length), text]] : [],
    ),
  )
}

/** Forgets what was typed over private windows. */
export async function forgetPrivateDrafts(store: Store): Promise<void> {
  const keys = Object.keys(await store.get(null))
  await store.remove(keys.filter((key) => key.startsWith(PRIVATE_PREFIX)))
}
