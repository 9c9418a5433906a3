import { ConversionApi } from '../model/conversion-api.ts'
import type { Store } from './store.ts'

/** The key that holds the conversions APIs. */
export const APIS_KEY = 'apis'

/** The conversions APIs kept, in the user's order; what cannot be read is left out. */
export function apisIn(items: Record<string, unknown>): ConversionApi[] {
  return listIn(items).flatMap((item) => ConversionApi.safeParse(item).data ?? [])
}

/** Adds a conversions API, or replaces the one with its id. What this version cannot read stays as it is. */
export async function saveApi(store: Store, api: ConversionApi): Promise<void> {
  const kept = listIn(await store.get(APIS_KEY))
  const at = kept.findIndex((known) => idOf(known) === api.id)
  await store.set({ [APIS_KEY]: at < 0 ? [...kept, api] : kept.with(at, api) })
}

export async function deleteApi(store: Store, id: string): Promise<void> {
  const kept = listIn(await store.get(APIS_KEY))
  await store.set({ [APIS_KEY]: kept.filter((known) => idOf(known) !== id) })
}

const listIn = (items: Record<string, unknown>): unknown[] => (Array.isArray(items[APIS_KEY]) ? items[APIS_KEY] : [])

const idOf = (item: unknown): unknown => (item as { id?: unknown } | null)?.id
