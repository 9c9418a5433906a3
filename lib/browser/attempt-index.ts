import * as z from 'zod/mini'
import type { PostbackAttempt, PostbackRequest } from '../model/postback.ts'
import { transactionMarks } from '../postback/request/repeated-transaction.ts'
import { readAttempt } from '../postback/stored.ts'
import { isAttemptKey } from './attempt-items.ts'
import type { Store } from './store.ts'

const PREFIX = 'attempts-of:'
/** Says that each attempt of a store stands in its index. */
const WHOLE_KEY = 'attempts-indexed'
const WHOLE = 1

const Lists = z.record(z.string(), z.array(z.string()))
type Lists = z.infer<typeof Lists>

/** Where the ids of a path's attempts stand. */
export const pathKey = (pathId: string): string => `${PREFIX}path:${pathId}`

/** Where the ids of those attempts stand that may have told the same receiver of the same transaction. */
export const transactionKeys = (request: PostbackRequest): string[] => [
  ...new Set(transactionMarks(request).map((mark) => `${PREFIX}transaction:${short(mark)}`)),
]

/** Every key under which an attempt is found. */
export const indexKeys = ({ pathId, request }: Pick<PostbackAttempt, 'pathId' | 'request'>): string[] => [
  ...(pathId === undefined ? [] : [pathKey(pathId)]),
  ...transactionKeys(request),
]

/** The ids of attempts under each of these keys. Where the index is not there or cannot be read, it is made anew. */
export async function readIndex(store: Store, keys: readonly string[]): Promise<Lists> {
  const { [WHOLE_KEY]: whole, ...found } = await store.get([WHOLE_KEY, ...keys])
  const { data } = Lists.safeParse(found)
  return data && whole === WHOLE ? data : rebuildIndex(store)
}

/** Makes the index anew of the attempts that a store holds. */
export async function rebuildIndex(store: Store): Promise<Lists> {
  const items = Object.entries(await store.get(null))
  const lists = new Map<string, string[]>()
  for (const [key, item] of items) {
    const attempt = isAttemptKey(key) ? readAttempt(item) : undefined
    if (!attempt) continue
    for (const under of indexKeys(attempt))
      lists
        .set(under, lists.get(under) ?? [])
        .get(under)
        ?.push(attempt.id)
  }
  const index = Object.fromEntries(lists)
  await store.remove(items.flatMap(([key]) => (key.startsWith(PREFIX) && !lists.has(key) ? [key] : [])))
  await store.set({ ...index, [WHOLE_KEY]: WHOLE })
  return index
}

/** A number for a text of any length. Two texts may share one: who looks under it compares what is found. */
function short(text: string): string {
  let number = 0
  for (let at = 0; at < text.length; at++) number = (Math.imul(number, 31) + text.charCodeAt(at)) | 0
  return (number >>> 0).toString(36)
}
