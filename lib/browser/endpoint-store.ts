import type { Endpoint } from '../model/endpoint.ts'
import { readEndpoint } from '../postback/stored.ts'
import { listStore } from './list-store.ts'
import type { Store } from './store.ts'

/** The key that holds the endpoints; named so since there were only templates. */
export const ENDPOINTS_KEY = 'templates'

const list = listStore(ENDPOINTS_KEY)

/** The endpoints kept, in the user's order; what cannot be read is left out. */
export const endpointsIn = (items: Record<string, unknown>): Endpoint[] =>
  list.in(items).flatMap((item) => readEndpoint(item) ?? [])

/** Adds an endpoint, or replaces the one with its id. */
export const saveEndpoint = (store: Store, endpoint: Endpoint): Promise<void> => list.save(store, endpoint)

export const deleteEndpoint = (store: Store, id: string): Promise<void> => list.delete(store, id)
