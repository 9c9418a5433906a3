import type { Confirmation, PostbackAttempt, PostbackRequest } from '../model/postback.ts'
import { readAttempt } from '../postback/stored.ts'
import { indexKeys, pathKey, readIndex, rebuildIndex, transactionKeys } from './attempt-index.ts'
import { attemptKey, attemptsIn, isAttemptKey } from './attempt-items.ts'
import type { serial } from './serial.ts'
import type { Store } from './store.ts'

/** The attempts of a store. They are thousands, and each may bring 64 KiB along: only those that are asked for are read. */
export interface AttemptBook {
  /** Newest first; none where there is no path. */
  ofPath(pathId: string | undefined): Promise<PostbackAttempt[]>
  /** Newest first: each that told the receiver of one of the request's transactions, and now and then one that did not. */
  ofTransaction(request: PostbackRequest): Promise<PostbackAttempt[]>
  /** Keeps an attempt that begins. @returns whether it is new: one of its id is never begun twice */
  begin(attempt: PostbackAttempt): Promise<boolean>
  /** Keeps what came of an attempt that was begun. */
  end(attempt: PostbackAttempt): Promise<void>
  /** Notes what the partner said of an attempt; null takes the note away. An attempt that is not there stays so. */
  confirm(id: string, confirmation: Confirmation | null): Promise<void>
  /** Forgets every attempt but the newest so many. */
  keepNewest(howMany: number): Promise<void>
}

/**
 * Opens the attempts of a store.
 *
 * @param inTurn everything that reads or changes the index goes through it
 * @param now ms since the epoch
 */
export function attemptBook(store: Store, inTurn: ReturnType<typeof serial>, now: () => number): AttemptBook {
  const save = (attempt: PostbackAttempt) => store.set({ [attemptKey(attempt.id)]: attempt })
  const read = async (id: string) => (await store.get(attemptKey(id)))[attemptKey(id)]
  const under = (keys: readonly string[]) =>
    inTurn(async () => {
      const index = await readIndex(store, keys)
      const ids = new Set(keys.flatMap((key) => index[key] ?? []))
      return attemptsIn(await store.get([...ids].map(attemptKey)), now())
    })
  return {
    ofPath: async (pathId) =>
      pathId === undefined ? [] : (await under([pathKey(pathId)])).filter((attempt) => attempt.pathId === pathId),
    ofTransaction: (request) => under(transactionKeys(request)),
    begin: (attempt) =>
      inTurn(async () => {
        if ((await read(attempt.id)) !== undefined) return false
        const keys = indexKeys(attempt)
        const index = await readIndex(store, keys)
        const lists = keys.map((key) => [key, [...(index[key] ?? []), attempt.id]])
        // One write: the attempt is never there without its place in the index.
        await store.set({ [attemptKey(attempt.id)]: attempt, ...Object.fromEntries(lists) })
        return true
      }),
    end: save,
    confirm: (id, confirmation) =>
      inTurn(async () => {
        const attempt = readAttempt(await read(id))
        if (!attempt) return
        const { confirmation: _, ...rest } = attempt
        await save(confirmation ? { ...rest, confirmation } : rest)
      }),
    keepNewest: (howMany) =>
      inTurn(async () => {
        const kept = Object.entries(await store.get(null)).filter(([key]) => isAttemptKey(key))
        const newestFirst = kept.toSorted(([, a], [, b]) => (startOf(a) < startOf(b) ? 1 : -1))
        const gone = newestFirst.slice(howMany).map(([key]) => key)
        if (gone.length === 0) return
        await store.remove(gone)
        await rebuildIndex(store)
      }),
  }
}

/** What cannot be read is the oldest. */
function startOf(item: unknown): string {
  const { startedAt } = (item ?? {}) as { startedAt?: unknown }
  return typeof startedAt === 'string' ? startedAt : ''
}
