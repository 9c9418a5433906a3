import type { PostbackAttempt, PostbackRequest } from '../../model/postback.ts'
import { fieldsIn } from '../fields.ts'
import { parameterNamed } from '../presets/parameters.ts'
import type { Preset } from '../presets/preset.ts'

/** Names of a transaction's own ID, where no preset says which it is. Without case, `_` and `-`. */
const NAMES = new Set([
  'tx',
  'txid',
  'txnid',
  'tid',
  'transactionid',
  'ord',
  'orderid',
  'order',
  'actionid',
  'conversionid',
  'eventid',
  'rdtkeventid',
  'advsub',
  'ref',
])

/**
 * The attempts that told the same receiver of the same transaction: fired again, it is counted twice, or refused as a
 * duplicate. An attempt that never got there (no such host, refused, TLS) does not count.
 *
 * @param attempts newest first
 * @param clickIds values of the click's own IDs: without a preset, a name such as `transaction_id` may hold either
 */
export function earlierOfTransaction(
  request: PostbackRequest,
  attempts: readonly PostbackAttempt[],
  preset?: Preset,
  clickIds: ReadonlySet<string> = new Set(),
): PostbackAttempt[] {
  const own = transactionsIn(request, preset).find((value) => !clickIds.has(value))
  const receiver = receiverOf(request)
  return attempts.filter((attempt) => {
    if (!mayHaveArrived(attempt) || receiver === '' || receiverOf(attempt.request) !== receiver) return false
    if (own !== undefined) return transactionsIn(attempt.request, preset).includes(own)
    // Without one, the very same request is the same conversion.
    return attempt.request.url === request.url && attempt.request.body?.text === request.body?.text
  })
}

/**
 * What an attempt is to be remembered by, so that those {@link earlierOfTransaction} may tell of can be found again without
 * looking at all: each of its transactions, or where it has none the very request.
 */
export function transactionMarks(request: PostbackRequest): string[] {
  const ids = transactionsIn(request)
  const what = ids.length > 0 ? ids : [[request.url, request.body?.text]]
  return what.map((each) => JSON.stringify([receiverOf(request), each]))
}

/** The transaction ID that a request holds, in its URL or its body; undefined where it has none. */
export const transactionOf = (request: PostbackRequest, preset?: Preset): string | undefined =>
  transactionsIn(request, preset)[0]

const transactions = new WeakMap<PostbackRequest, { preset: Preset | undefined; ids: readonly string[] }>()

/**
 * The transaction IDs that a request holds: one, as a rule. They are looked for once a request: an editor asks it of every
 * attempt at each key.
 */
function transactionsIn(request: PostbackRequest, preset?: Preset): readonly string[] {
  const known = transactions.get(request)
  if (known && known.preset === preset) return known.ids
  const ids = findTransactions(request, preset)
  transactions.set(request, { preset, ids })
  return ids
}

function findTransactions({ url, body }: PostbackRequest, preset?: Preset): string[] {
  const inForm = body?.type === 'form' ? fieldsIn(`?${body.text.replaceAll('+', '%20')}`) : []
  const inJson = body?.type === 'json' ? jsonFields(body.text) : []
  return [...fieldsIn(url), ...inForm, ...inJson]
    .flatMap(({ name, value }) => {
      const known = preset && parameterNamed(preset, name)
      const isOne = known ? known.kind === 'transaction' : NAMES.has(name.toLowerCase().replace(/[_-]/g, ''))
      return isOne && value !== '' ? [value] : []
    })
    .slice(0, MOST)
}

function jsonFields(text: string): { name: string; value: string }[] {
  try {
    return fieldsOf(JSON.parse(text), DEPTH)
  } catch {
    return []
  }
}

/** No request tells of more. */
const MOST = 20

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
