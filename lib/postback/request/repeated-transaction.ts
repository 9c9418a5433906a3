import type { PostbackAttempt, PostbackRequest } from '../../model/postback.ts'
import { fieldsIn } from '../fields.ts'
import { parameterNamed } from '../presets/parameters.ts'
import type { Preset } from '../presets/preset.ts'

/** Names of a transaction's own ID, where no preset says which it is. Without case, `_` and `-`. */
const NAMES = new Set([
  'txid',
  'txnid',
  'tid',
  'transactionid',
  'orderid',
  'order',
  'actionid',
  'conversionid',
  'eventid',
  'advsub',
  'ref',
])

/**
 * The attempts that told the same receiver of the same transaction: fired again, it is counted twice, or refused as a
 * duplicate. An attempt that never got there (no such host, refused, TLS) does not count.
 *
 * @param attempts newest first
 */
export function earlierOfTransaction(
  request: PostbackRequest,
  attempts: readonly PostbackAttempt[],
  preset?: Preset,
): PostbackAttempt[] {
  const own = transactionOf(request, preset)
  const receiver = receiverOf(request)
  return attempts.filter((attempt) => {
    if (!mayHaveArrived(attempt) || receiver === '' || receiverOf(attempt.request) !== receiver) return false
    if (own !== undefined) return transactionOf(attempt.request, preset) === own
    // Without one, the very same request is the same conversion.
    return attempt.request.url === request.url && attempt.request.body?.text === request.body?.text
  })
}

const transactions = new WeakMap<PostbackRequest, { preset: Preset | undefined; id: string | undefined }>()

/**
 * The transaction ID that a request holds, in its URL or its body; undefined where it has none. It is looked for once a
 * request: an editor asks it of every attempt at each key.
 */
export function transactionOf(request: PostbackRequest, preset?: Preset): string | undefined {
  const known = transactions.get(request)
  if (known && known.preset === preset) return known.id
  const id = findTransaction(request, preset)
  transactions.set(request, { preset, id })
  return id
}

function findTransaction({ url, body }: PostbackRequest, preset?: Preset): string | undefined {
  const inForm = body?.type === 'form' ? fieldsIn(`?${body.text.replaceAll('+', '%20')}`) : []
  const inJson = body?.type === 'json' ? jsonFields(body.text) : []
  const found = [...fieldsIn(url), ...inForm, ...inJson].find(({ name, value }) => {
    const known = preset && parameterNamed(preset, name)
    return value !== '' && (known ? known.kind === 'transaction' : NAMES.has(name.toLowerCase().replace(/[_-]/g, '')))
  })
  return found?.value
}

function jsonFields(text: string): { name: string; value: string }[] {
  try {
    return fieldsOf(JSON.parse(text), DEPTH)
  } catch {
    return []
  }
}

/** As deep as `data[0].event_id` of the conversions APIs, and one step more. */
const DEPTH = 4

/** Texts and numbers with their names, the outer ones first. */
function fieldsOf(value: unknown, depth: number): { name: string; value: string }[] {
  if (typeof value !== 'object' || value === null || depth === 0) return []
  const entries = Object.entries(value)
  const own = entries.flatMap(([name, held]: [string, unknown]) =>
    typeof held === 'string' || typeof held === 'number' ? [{ name, value: String(held) }] : [],
  )
  return [...own, ...entries.flatMap(([, held]) => fieldsOf(held, depth - 1))]
}

const NEVER_ARRIVED: ReadonlySet<string> = new Set(['host-not-found', 'connection-refused', 'tls'])

const mayHaveArrived = ({ failure }: PostbackAttempt): boolean => !failure || !NEVER_ARRIVED.has(failure.kind)

const receivers = new WeakMap<PostbackRequest, string>()

/** Origin and path of what a request goes to; empty where its URL is none. */
function receiverOf(request: PostbackRequest): string {
  const known = receivers.get(request)
  if (known !== undefined) return known
  const url = URL.parse(request.url)
  const receiver = url === null ? '' : url.origin + url.pathname
  receivers.set(request, receiver)
  return receiver
}
