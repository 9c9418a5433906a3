import type { PostbackAttempt } from '../../model/postback.ts'
import { explain } from '../explain.ts'
import { codeOf } from './statistics.ts'

/** What spreadsheets take for the beginning of a formula. Source: OWASP, "CSV Injection". */
const FORMULA = /^[=+\-@\t\r\n\uFF0B\uFF0D\uFF1D\uFF20]/
/** More of a body is no table's business: it stands in the JSON. */
const MAX_BODY = 1_000

const COLUMNS: readonly [name: string, read: (attempt: PostbackAttempt) => string][] = [
  ['time', ({ startedAt }) => startedAt],
  ['endpoint', ({ endpoint }) => endpoint?.name ?? ''],
  ['path', ({ pathId }) => pathId ?? ''],
  ['method', ({ request }) => request.method],
  ['url', ({ request }) => request.url],
  ['request body', ({ request }) => request.body?.text ?? ''],
  ['code', codeOf],
  ['class', (attempt) => explain(attempt).class ?? ''],
  ['meaning', (attempt) => explain(attempt).title],
  ['next step', (attempt) => explain(attempt).next],
  ['milliseconds', ({ durationMs }) => (durationMs === null ? '' : String(Math.round(durationMs)))],
  ['tries', ({ earlierTries = [] }) => String(earlierTries.length + 1)],
  ['redirects', ({ redirects = [] }) => redirects.map(({ status, to }) => `${status} ${to}`).join(' ')],
  ['response body', ({ response }) => response?.body.slice(0, MAX_BODY) ?? ''],
  ['partner says', ({ confirmation }) => confirmation?.word ?? ''],
  ['note', ({ confirmation }) => confirmation?.note ?? ''],
]

/**
 * Attempts as CSV (RFC 4180, with a byte order mark, so that spreadsheets read UTF-8). No cell begins a formula: where it
 * would, an apostrophe stands before it.
 */
export function attemptsAsCsv(attempts: readonly PostbackAttempt[]): string {
  const rows = [COLUMNS.map(([name]) => name), ...attempts.map((attempt) => COLUMNS.map(([, read]) => read(attempt)))]
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

function cell(text: string): string {
  const clean = text.toWellFormed().replaceAll('\u0000', '\uFFFD')
  const safe = FORMULA.test(clean.trimStart()) || FORMULA.test(clean) ? `'${clean}` : clean
  return `"${safe.replaceAll('"', '""')}"`
}
