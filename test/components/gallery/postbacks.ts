import type { PostbackAttempt, PostbackTemplate, TransportFailure } from '../../../lib/model/postback.ts'
import { classify } from '../../../lib/postback/answers/classify.ts'
import { FBCLID } from './clicks.ts'

export const ENDPOINTS: PostbackTemplate[] = [
  {
    id: 't-voluum',
    name: 'My tracker',
    url: 'https://trk.example/postback?cid={fbclid}&payout={payout}&txid={txid}&et={status}',
    method: 'GET',
    mapping: {},
    values: { payout: '12.50', txid: 'TEST-2468', status: 'sale' },
  },
  {
    id: 't-net',
    name: 'Network, server to server',
    url: 'https://net.example/s2s?transaction_id={transaction_id}&amount={amount}',
    method: 'POST',
    mapping: { transaction_id: 'clickid' },
    values: {},
  },
]

const URL = `https://trk.example/postback?cid=${FBCLID}&payout=12.50&txid=TEST-2468&et=sale`

function attempt(id: string, rest: Partial<PostbackAttempt>): PostbackAttempt {
  return {
    id,
    startedAt: '2026-11-21T09:06:40.000Z',
    endpoint: { id: 't-voluum', name: 'My tracker' },
    request: { method: 'GET', url: URL },
    durationMs: 184,
    response: null,
    failure: null,
    ...rest,
  }
}

function answered(id: string, status: number, body: string, finalUrl = URL): PostbackAttempt {
  const headers = [
    { name: 'content-type', value: 'text/plain; charset=utf-8' },
    { name: 'server', value: 'nginx' },
    { name: 'date', value: 'Sat, 21 Nov 2026 09:06:40 GMT' },
  ]
  const over = attempt(id, { response: { status, finalUrl, headers, body, bodyTruncated: false } })
  const classification = classify(over)
  return classification ? { ...over, classification } : over
}

const failed = (kind: TransportFailure, message: string, durationMs = 96) =>
  attempt(kind, { durationMs, failure: { kind, message } })

/** Attempts, one for each way a postback can end. */
export const ATTEMPTS = {
  booked: answered('booked', 200, 'OK'),
  unknownClick: answered('unknown', 200, 'click id not found'),
  empty: answered('empty', 204, ''),
  redirected: answered('redirected', 200, 'OK', 'https://www.trk.example/postback?cid=IwAR2kYd8sZ0vQ3x'),
  markup: answered('markup', 200, '<script>document.title = "run"</script><img src=x onerror="document.title=1">'),
  notFound: answered('notFound', 404, '<!doctype html><title>404</title><h1>Not Found</h1>'),
  serverError: answered('serverError', 500, 'Internal Server Error'),
  underWay: attempt('underWay', { durationMs: null }),
  hostNotFound: failed('host-not-found', 'net::ERR_NAME_NOT_RESOLVED'),
  refused: failed('connection-refused', 'net::ERR_CONNECTION_REFUSED', 12),
  tls: failed('tls', 'net::ERR_CERT_DATE_INVALID'),
  timeout: failed('timeout', 'no answer within 10 s', 10_000),
  interrupted: failed('interrupted', 'the browser stopped the extension', 4200),
  network: failed('network', 'net::ERR_EMPTY_RESPONSE'),
} satisfies Record<string, PostbackAttempt>
