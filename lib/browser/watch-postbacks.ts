import type { ConversionApi } from '../model/conversion-api.ts'
import type { Endpoint } from '../model/endpoint.ts'
import type { PostbackAttempt } from '../model/postback.ts'
import { APIS_KEY, apisIn } from './api-store.ts'
import { attemptsIn, isAttemptKey } from './attempt-items.ts'
import { ENDPOINTS_KEY, endpointsIn } from './endpoint-store.ts'
import type { Store } from './store.ts'

/** Everything kept of postbacks. */
export interface Postbacks {
  endpoints: Endpoint[]
  /** Of every path, newest first. */
  attempts: PostbackAttempt[]
  apis: ConversionApi[]
}

type Changed = Record<string, { newValue?: unknown }>

/** The part of `storage.onChanged` that is used. */
interface Changes {
  addListener(listener: (changed: Changed, area: string) => void): void
  removeListener(listener: (changed: Changed, area: string) => void): void
}

const isOurs = (key: string): boolean => isAttemptKey(key) || key === ENDPOINTS_KEY || key === APIS_KEY

/**
 * Shows everything kept of postbacks now, and again whenever some of it changes. Only what changed is read again:
 * attempts are many, and their answers can be long.
 *
 * @param isPrivate attempts of private windows are held in memory, in `session`, and nowhere else
 * @returns a function that ends it
 */
export function watchPostbacks(
  { local, session, onChanged }: { local: Store; session: Store; onChanged: Changes },
  isPrivate: boolean,
  show: (postbacks: Postbacks) => void,
  now: () => number,
): () => void {
  const kept = new Map<string, unknown>()
  const inMemory = new Map<string, unknown>()
  let ended = false
  const tell = () => {
    if (ended) return
    const items = Object.fromEntries(kept)
    const attempts = attemptsIn(isPrivate ? Object.fromEntries(inMemory) : items, now())
    show({ endpoints: endpointsIn(items), attempts, apis: apisIn(items) })
  }
  const hear = (changed: Changed, area: string) => {
    const items = area === 'local' ? kept : area === 'session' && isPrivate ? inMemory : undefined
    const keys = Object.keys(changed).filter(isOurs)
    if (!items || keys.length === 0) return
    for (const key of keys) {
      const value = changed[key]?.newValue
      if (value === undefined) items.delete(key)
      else items.set(key, value)
    }
    tell()
  }
  const read = async (store: Store, into: Map<string, unknown>) => {
    // What was heard meanwhile is newer.
    for (const [key, item] of Object.entries(await store.get(null)))
      if (isOurs(key) && !into.has(key)) into.set(key, item)
  }
  onChanged.addListener(hear)
  void Promise.all([read(local, kept), isPrivate ? read(session, inMemory) : undefined]).then(tell)
  return () => {
    ended = true
    onChanged.removeListener(hear)
  }
}
