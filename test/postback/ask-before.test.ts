import { describe, expect, test } from 'vitest'
import { Endpoint } from '../../lib/model/endpoint.ts'
import type { Identifier } from '../../lib/model/identifier.ts'
import type { PostbackAttempt } from '../../lib/model/postback.ts'
import { askBefore } from '../../lib/postback/ask-before.ts'
import { prepare } from '../../lib/postback/prepare.ts'
import { requestKey } from '../../lib/postback/request/request-key.ts'
import { identifier } from '../components/told-path.ts'

const CLICK: Identifier[] = [
  identifier({ name: 'clickid', kind: 'tracker-click-id', value: 'w8k2j4h6g9' }, 0, 'appeared'),
]

const endpoint = (query: string): Endpoint =>
  Endpoint.parse({
    ...{ id: 'e1', name: 'Partner', method: 'GET', mapping: {}, values: {} },
    url: `https://trk.example/postback?${query}`,
  })

const sent = (query: string, startedAt = '2026-11-21T09:06:40.000Z'): PostbackAttempt => ({
  id: query,
  startedAt,
  request: { method: 'GET', url: `https://trk.example/postback?${query}` },
  durationMs: 90,
  response: null,
  failure: null,
})

const ask = (query: string, attempts: PostbackAttempt[] = [], agreed?: string) =>
  askBefore(endpoint(query), CLICK, attempts, agreed)
const keyOf = (query: string) => requestKey(prepare(endpoint(query), CLICK).request)

describe('before a postback is fired the person is asked', () => {
  test('when it has errors, which are told', () => {
    const asked = ask('cid={nothing_fills_this}')
    expect(asked?.sentBefore).toBeNull()
    expect(asked?.problems.map(({ id }) => id)).toContain('unfilled-macro')
  })

  test('when its transaction was sent before, for whatever click, and told when', () => {
    const earlier = sent('cid=of-another-click&txid=T-1')
    expect(ask('cid={clickid}&txid=T-1&status=sale', [earlier])).toMatchObject({ sentBefore: earlier.startedAt })
  })

  test('when the very same request was sent before, where it has no transaction', () => {
    expect(ask('cid={clickid}&status=sale', [sent('cid=w8k2j4h6g9&status=sale')])).toBeDefined()
  })

  test('again, when what is to be sent is not what was agreed to', () => {
    const attempts = [sent('cid=1&txid=T-1'), sent('cid=1&txid=T-2')]
    expect(
      ask('cid={clickid}&txid=T-2&status=sale', attempts, keyOf('cid={clickid}&txid=T-1&status=sale')),
    ).toBeDefined()
  })
})

describe('nobody is asked', () => {
  test('when nothing speaks against it', () => {
    expect(ask('cid={clickid}&txid=T-1&status=sale', [sent('cid=1&txid=T-2')])).toBeUndefined()
  })

  test('when just this request was agreed to', () => {
    const query = 'cid={clickid}&txid=T-1&status=sale'
    expect(ask(query, [sent('cid=1&txid=T-1')], keyOf(query))).toBeUndefined()
  })

  test('because a name of transactions holds the click ID, as it does with some networks', () => {
    const before = sent('transaction_id=w8k2j4h6g9&adv_sub=order-1')
    expect(ask('transaction_id={clickid}&adv_sub=order-2&status=sale', [before])).toBeUndefined()
    expect(ask('transaction_id={clickid}&adv_sub=order-1&status=sale', [before])).toBeDefined()
  })
})
