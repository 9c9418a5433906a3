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

/** What the receiver makes of a postback. */
export type Reception = {
  result: 'accepted' | 'duplicate' | 'unknown-click' | 'missing-click'
  /** As it came; '' when there was none. */
  clickId: string
}

type Fields = readonly (readonly [name: string, value: string])[]

const CLICK_ID = ['cid', 'clickid', 'click_id', 'subid', 'transaction_id']
const TXID = ['txid', 'tid']

/** The first value that is not empty under one of the names. */
const first = (fields: Fields, names: readonly string[]): string | null =>
  fields.find(([name, value]) => names.includes(name) && value !== '')?.[1] ?? null

/** Takes a postback, and stores its conversion when the click is known and the click ID and txid are new together. */
export function receive(
  fields: Fields,
  { clicks, conversions }: { clicks: Clicks; conversions: Conversion[] },
  { method, at }: { method: string; at: string },
): Reception {
  const clickId = first(fields, CLICK_ID) ?? ''
  const txid = first(fields, TXID)
  if (clickId === '') return { result: 'missing-click', clickId }
  if (!clicks.knows(clickId)) return { result: 'unknown-click', clickId }
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
