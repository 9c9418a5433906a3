import type { Endpoint } from '../../model/endpoint.ts'
import type { Identifier } from '../../model/identifier.ts'
import type { PostbackRequest } from '../../model/postback.ts'
import type { Preset } from '../presets/preset.ts'
import { buildRequest } from './build-request.ts'
import { type HeaderProblem, headerProblems } from './headers.ts'
import { type TestMark, testMark } from './mark-test.ts'
import { transactionOf } from './repeated-transaction.ts'

/** What will be sent, before it is. */
export interface Overview {
  /** With each secret as its macro. */
  request: PostbackRequest
  /** Macros that nothing fills: they are sent as they stand. */
  unfilled: string[]
  /** Names of the secrets that go along. */
  secrets: string[]
  headerProblems: HeaderProblem[]
  /** Whether the receiver is told that it is a test. */
  test: TestMark
  /** By which a second firing is known for a repetition; null where it has none. */
  transaction: string | null
  timeoutMs: number
  retries: number
  /** What is left out on purpose, in words. */
  without: readonly string[]
}

const WITHOUT = ['cookies', 'Referer', 'Origin'] as const

/** What an endpoint would send for a click. Holds no secret. */
export function overviewOf(endpoint: Endpoint, identifiers: readonly Identifier[], preset?: Preset): Overview {
  const { shown, macros } = buildRequest(endpoint, identifiers)
  const names = (open: boolean, secret: boolean) => [
    ...new Set(
      macros
        .filter(({ value, source }) => (value === null) === open && (source?.kind === 'secret') === secret)
        .map(({ name }) => name),
    ),
  ]
  return {
    request: shown,
    unfilled: [...names(true, false), ...names(true, true)],
    secrets: names(false, true),
    headerProblems: headerProblems(endpoint.headers),
    test: testMark(endpoint, preset),
    transaction: transactionOf(shown, preset) ?? null,
    timeoutMs: endpoint.timeoutMs,
    retries: endpoint.retries,
    without: WITHOUT,
  }
}
