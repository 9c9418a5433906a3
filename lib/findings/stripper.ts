import type { AnswerHeader, Cause } from '../model/click-path.ts'
import rows from './strippers.json' with { type: 'json' }
import type { Change } from './url-change.ts'

/**
 * One way to lose a query string: how it is recognised, and how it is mended. All conditions that a row names must hold.
 * Where a row comes from, and how sure that is, stands in stripper-sources.json.
 */
export interface Stripper {
  /** What led on; every cause where it is absent. */
  causes?: Cause[]
  /** What the URLs show. */
  changes?: Change[]
  /** A regular expression for one of the answer's headers, as `name: value`. In any case. */
  header?: string
  /** The same for a header that must not be there. */
  without?: string
  /** A regular expression for the host that lost it. */
  host?: string
  /** A regular expression for host and path to which it led. */
  target?: string
  /** GET or POST of the request that lacks it. */
  method?: string
  /** What happened, as sentences. */
  what?: string
  /** What to do, as sentences. */
  fix?: string
  /** The lines to paste there. */
  paste?: string[]
}

/** In the order in which they are tried: the most telling first. */
export const STRIPPERS = rows as readonly Stripper[]

/** What is seen of the way from one hop to the next. */
export interface Seen {
  cause: Cause
  changes: ReadonlySet<Change>
  headers: readonly AnswerHeader[]
  host: string
  target: string
  method: string
}

/** What was recognised: what happened, and what to do about it, which may come from different rows. */
export interface Recognised {
  what: Stripper | undefined
  fix: Stripper | undefined
  /** The value of the header by which the latter was recognised. */
  by: string
}

/** Finds the rows that hold for what is seen: the first one that says what happened, and the first that says what to do. */
export function recognise(seen: Seen, strippers: readonly Stripper[] = STRIPPERS): Recognised {
  const lines = seen.headers.map(({ name, value }) => `${name}: ${value}`)
  let what: Stripper | undefined
  let fix: Stripper | undefined
  for (const row of strippers) {
    const isNews = (row.what !== undefined && !what) || (row.fix !== undefined && !fix)
    if (!isNews || !holds(row, seen, lines)) continue
    if (row.what !== undefined) what ??= row
    if (row.fix !== undefined) fix ??= row
    if (what && fix) break
  }
  const header = fix?.header === undefined ? undefined : lines.find((line) => matches(fix.header, line))
  return { what, fix, by: header?.replace(/^[^:]*: /, '') ?? '' }
}

function holds(row: Stripper, { cause, changes, host, target, method }: Seen, lines: readonly string[]): boolean {
  if (row.causes && !row.causes.includes(cause)) return false
  if (row.changes && !row.changes.every((change) => changes.has(change))) return false
  if (row.method !== undefined && row.method !== method) return false
  if (row.host !== undefined && !matches(row.host, host)) return false
  if (row.target !== undefined && !matches(row.target, target)) return false
  if (row.header !== undefined && !lines.some((line) => matches(row.header, line))) return false
  return row.without === undefined || !lines.some((line) => matches(row.without, line))
}

/** A row's patterns, compiled when first asked for: of most paths none is. */
const compiled = new Map<string, RegExp>()

function matches(pattern: string | undefined, text: string): boolean {
  if (pattern === undefined) return false
  const regex = compiled.get(pattern) ?? new RegExp(pattern, 'i')
  compiled.set(pattern, regex)
  return regex.test(text)
}
