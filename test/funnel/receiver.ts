import type { Clicks } from './clicks.ts'

/** A conversion that a postback reported and the receiver took. */
export type Conversion = {
  clickId: string
  payout: string | null
  status: string | null
  txid: string | null
  method: string
  /** ISO 8601. */
  at: string
}

/** What a receiver can make of a postback. */
export const RESULTS = ['accepted', 'duplicate', 'unknown-click', 'missing-click', 'stale', 'unauthorised'] as const

export type Reception = {
  result: (typeof RESULTS)[number]
  /** As it came; '' when there was none. */
  clickId: string
}

type Fields = readonly (readonly [name: string, value: string])[]

/** The demo receiver's secure code: a postback that carries another one is refused, as real receivers do. */
export const SECURE_CODE = 'demo-secure-code'

const CLICK_ID = ['cid', 'clickid', 'click_id', 'subid', 'transaction_id']
const TXID = ['txid', 'tid']
const SECURE = ['secure', 'token', 'security_token', 'auth_token']

/** The first value that is not empty under one of the names. */
const first = (fields: Fields, names: readonly string[]): string | null =>
  fields.find(([name, value]) => names.includes(name) && value !== '')?.[1] ?? null

/**
 * Takes a postback, and stores its conversion when the click is known and the click ID and txid are new together.
 * `max-age` in its fields is how long a click lives, in seconds, as it is set in a tracker's campaign.
 */
export function receive(
  fields: Fields,
  { clicks, conversions }: { clicks: Clicks; conversions: Conversion[] },
  { method, at }: { method: string; at: string },
): Reception {
  const clickId = first(fields, CLICK_ID) ?? ''
  const txid = first(fields, TXID)
  const secure = first(fields, SECURE)
  const maxAge = first(fields, ['max-age'])
  if (secure !== null && secure !== SECURE_CODE) return { result: 'unauthorised', clickId }
  if (clickId === '') return { result: 'missing-click', clickId }
  const age = clicks.ageOf(clickId)
  if (age === undefined) return { result: 'unknown-click', clickId }
  if (maxAge !== null && age >= Number(maxAge) * 1000) return { result: 'stale', clickId }
  if (conversions.some((known) => known.clickId === clickId && known.txid === txid)) {
    return { result: 'duplicate', clickId }
  }
  conversions.push({
    clickId,
    payout: first(fields, ['payout']),
    status: first(fields, ['status']),
    txid,
    method,
    at,
  })
  return { result: 'accepted', clickId }
}
