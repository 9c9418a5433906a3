import type { Endpoint } from '../model/endpoint.ts'
import type { Confirmation, PostbackAttempt } from '../model/postback.ts'
import { readAttempt, readEndpoint } from '../postback/stored.ts'
import { POSTBACK_TIMEOUT_MS } from './send-postback.ts'
import type { Store } from './store.ts'

/** Time for a worker to write down what came of an attempt that timed out. */
const SLACK_MS = 2_000

/** Named so since there were only templates. */
const ENDPOINTS_KEY = 'templates'
const ATTEMPT_PREFIX = 'attempt:'

/** Whether a storage key holds something of postbacks. */
export function isPostbackKey(key: string): boolean {
  return key === ENDPOINTS_KEY || key.startsWith(ATTEMPT_PREFIX)
}

/** The endpoints kept, in the user's order; what cannot be read is left out. */
export function endpointsIn(items: Record<string, unknown>): Endpoint[] {
  return listIn(items).flatMap((item) => readEndpoint(item) ?? [])
}

/**
 * The attempts kept, newest first; what cannot be read is left out.
 *
 * @param now ms since the epoch; an attempt that should long be over lost its worker, and is told as interrupted
 */
export function attemptsIn(items: Record<string, unknown>, now: number): PostbackAttempt[] {
  return Object.entries(items)
    .flatMap(([key, item]) => (key.startsWith(ATTEMPT_PREFIX) ? (readAttempt(item) ?? []) : []))
    .map((attempt) => (isAbandoned(attempt, now) ? { ...attempt, failure: INTERRUPTED } : attempt))
    .sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1))
}

const INTERRUPTED: PostbackAttempt['failure'] = {
  kind: 'interrupted',
  message: 'The browser stopped the extension before an answer was in.',
}

function isAbandoned(
  { startedAt, durationMs, failure, response, patienceMs = POSTBACK_TIMEOUT_MS }: PostbackAttempt,
  now: number,
): boolean {
  if (durationMs !== null || failure || response) return false
  return now - Date.parse(startedAt) > patienceMs + SLACK_MS
}

/** Adds an endpoint, or replaces the one with its id. What this version cannot read stays as it is. */
export async function saveEndpoint(store: Store, endpoint: Endpoint): Promise<void> {
  const kept = listIn(await store.get(ENDPOINTS_KEY))
  const at = kept.findIndex((known) => idOf(known) === endpoint.id)
  await store.set({ [ENDPOINTS_KEY]: at < 0 ? [...kept, endpoint] : kept.with(at, endpoint) })
}

export async function deleteEndpoint(store: Store, id: string): Promise<void> {
  const kept = listIn(await store.get(ENDPOINTS_KEY))
  await store.set({ [ENDPOINTS_KEY]: kept.filter((known) => idOf(known) !== id) })
}

const listIn = (items: Record<string, unknown>): unknown[] =>
  Array.isArray(items[ENDPOINTS_KEY]) ? items[ENDPOINTS_KEY] : []

const idOf = (item: unknown): unknown => (item as { id?: unknown } | null)?.id

export async function saveAttempt(store: Store, attempt: PostbackAttempt): Promise<void> {
  await store.set({ [ATTEMPT_PREFIX + attempt.id]: attempt })
}

/** Forgets every attempt that a store holds but the newest `keep`. */
export async function deleteAttempts(store: Store, keep = 0): Promise<void> {
  const kept = Object.entries(await store.get(null)).filter(([key]) => key.startsWith(ATTEMPT_PREFIX))
  const newestFirst = kept.map(([key, item]) => ({ key, at: startOf(item) })).sort((a, b) => (a.at < b.at ? 1 : -1))
  const gone = newestFirst.slice(keep)
  if (gone.length > 0) await store.remove(gone.map(({ key }) => key))
}

/** What cannot be read is the oldest. */
function startOf(item: unknown): string {
  const { startedAt } = (item ?? {}) as { startedAt?: unknown }
  return typeof startedAt === 'string' ? startedAt : ''
}

/** Notes what the partner said of an attempt; null takes the note away. An attempt that is not there stays so. */
export async function confirmAttempt(store: Store, id: string, confirmation: Confirmation | null): Promise<void> {
  const key = ATTEMPT_PREFIX + id
  const attempt = readAttempt((await store.get(key))[key])
  if (!attempt) return
  const { confirmation: _, ...rest } = attempt
  await saveAttempt(store, confirmation ? { ...rest, confirmation } : rest)
}

/** Whether an attempt of this id was already begun. */
export async function hasAttempt(store: Store, id: string): Promise<boolean> {
  const key = ATTEMPT_PREFIX + id
  return key in (await store.get(key))
}
