import { ConversionApi } from '../model/conversion-api.ts'
import { listStore } from './list-store.ts'
import type { Store } from './store.ts'

/** The key that holds the conversions APIs. */
export const APIS_KEY = 'apis'

const list = listStore(APIS_KEY)

/** The conversions APIs kept, in the user's order; what cannot be read is left out. */
export const apisIn = (items: Record<string, unknown>): ConversionApi[] =>
  list.in(items).flatMap((item) => ConversionApi.safeParse(item).data ?? [])

/** Adds a conversions API, or replaces the one with its id. */
export const saveApi = (store: Store, api: ConversionApi): Promise<void> => list.save(store, api)

export const deleteApi = (store: Store, id: string): Promise<void> => list.delete(store, id)
