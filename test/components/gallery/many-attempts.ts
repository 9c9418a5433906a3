import type { PostbackAttempt } from '../../../lib/model/postback.ts'
import { classify } from '../../../lib/postback/answers/classify.ts'
import { phrasesOf } from '../../../lib/postback/answers/system-phrases.ts'
import type { ENDPOINTS } from './workbench-stories.ts'

/** A whole number below `limit`, always the same for the same `at`. */
function dice(at: number, limit: number): number {
  const first = Math.imul(at + 1, 2_654_435_761)
  const second = Math.imul(first ^ (first >>> 15), 2_246_822_519)
  return ((second ^ (second >>> 13)) >>> 0) % limit
}

/** Answers as they come in, the most frequent most often: status and body; without a status the connection failed. */
const ANSWERS: readonly [weight: number, status: number | null, body: string][] = [
  [60, 200, 'OK'],
  [20, 200, '{"status":"ok","message":"conversion accepted"}'],
  [6, 200, 'click id not found'],
  [5, 204, ''],
  [3, 404, `<!doctype html><title>404</title>${'<p>Not Found</p>'.repeat(250)}`],
  [3, 500, 'Internal Server Error'],
  [2, null, 'no answer within 10 s'],
  [1, 200, 'duplicate transaction'],
]
const LOT = ANSWERS.flatMap(([weight, ...answer]) => Array.from({ length: weight }, () => answer))

/** Years of work: attempts every twenty minutes, newest first, over the endpoints given; the same ones each time. */
export function manyAttempts(howMany: number, endpoints: typeof ENDPOINTS): PostbackAttempt[] {
  return Array.from({ length: howMany }, (_, back) => {
    const at = howMany - back
    const [status = null, body = ''] = LOT[dice(at, LOT.length)] ?? []
    const endpoint = endpoints[dice(at * 7, 10) < 7 ? 0 : dice(at, endpoints.length)]
    const url = `https://trk.example/postback?cid=c${dice(at * 3, 60_000)}x${at}&payout=12.50&txid=T-${at}&et=sale`
    const attempt: PostbackAttempt = {
      version: 2,
      id: `many-${at}`,
      startedAt: new Date(Date.UTC(2026, 10, 21, 9) - back * 1_200_000).toISOString(),
      ...(endpoint && { endpoint: { id: endpoint.id, name: endpoint.name } }),
      request: { method: 'GET', url },
      durationMs: status === null ? 10_000 : 60 + dice(at * 5, 120) + (dice(at * 11, 25) === 0 ? 900 : 0),
      response:
        status === null
          ? null
          : {
              status,
              finalUrl: url,
              headers: [{ name: 'content-type', value: 'text/plain; charset=utf-8' }],
              body,
              bodyTruncated: false,
            },
      failure: status === null ? { kind: 'timeout', message: body } : null,
    }
    const classification = classify(attempt, phrasesOf(undefined))
    return classification ? { ...attempt, classification } : attempt
  })
}
