import type { Place } from '../model/identifier.ts'
import { decodeOnce } from './decode.ts'
import { nestedUrlIn } from './nested-url.ts'
import { type Parameter, parameterOf, readPiece } from './parameter.ts'
import { splitUrl, type UrlParts } from './split-url.ts'

/** A URL inside a URL inside a URL is still read; one more is not. */
const MAX_DEPTH = 3
/** A stranger may send a URL of a million parameters; nobody sends an identifier behind this many. */
export const MAX_PARAMETERS = 2000

/** How the pieces of a URL are read: anew each time, or once for all the hops of a path. */
export interface PieceReader<P extends Parameter> {
  /** The `name=value` pairs of a query, a fragment or an urlencoded body. */
  pairs(text: string, where: Place, into: P[]): void
  /** A path segment, a bare fragment, or a URL that is all of its place. */
  segment(text: string, where: Place): P
}

const anew: PieceReader<Parameter> = {
  pairs: readPairs,
  segment: (text, where) => parameterOf('', text, where),
}

/**
 * Every value that a request carries, byte-exactly: its query, fragment, urlencoded body and path, and those of each URL
 * nested in one of them (all of these `where: 'nested'`). Places in that order. Never throws.
 */
export const readUrl = (url: string, body?: string): Parameter[] => readParts(splitUrl(url), body, anew)

/** As readUrl, for a URL that has been split already. */
export function readParts<P extends Parameter>(url: UrlParts, body: string | undefined, reader: PieceReader<P>): P[] {
  const parameters: P[] = []
  readOneUrl(url, null, body, reader, parameters)
  return withNested(parameters, 1, reader)
}

/** Path segments come last: a value with a name says more. */
function readOneUrl<P extends Parameter>(
  parts: UrlParts,
  where: Place | null,
  body: string | undefined,
  reader: PieceReader<P>,
  into: P[],
): void {
  const { path, query, fragment } = parts.path.startsWith('/v3/__') ? unguarded(parts) : parts
  if (query) readQuery(query, where ?? 'query', reader, into)
  if (fragment) readFragment(fragment, where ?? 'fragment', reader, into)
  if (body) reader.pairs(body, 'body', into)
  readPath(path, where ?? 'path', reader, into)
}

/** Proofpoint's `/v3/__https://lp.example/?a=1__;!!x!y$`: the query belongs to the address that it guards. */
function unguarded(parts: UrlParts): UrlParts {
  const whole = parts.query === null ? parts.path : `${parts.path}?${parts.query}`
  const end = whole.indexOf('__;')
  return { ...parts, path: whole.slice('/v3/__'.length, end < 0 ? undefined : end), query: null }
}

function readPairs(text: string, where: Place, into: Parameter[]): void {
  for (const piece of text.split('&')) {
    if (into.length >= MAX_PARAMETERS) break
    if (piece !== '') into.push(...readPiece(piece, where))
  }
}

/** Reads a path (or a fragment that is no query) as segments without a name. */
function readSegments<P extends Parameter>(path: string, where: Place, reader: PieceReader<P>, into: P[]): void {
  for (const segment of path.split('/')) if (segment !== '') into.push(reader.segment(segment, where))
}

const URL_AT_START = /^[^=&]*(?::\/\/|%3A%2F%2F)/i
const URL_IN_PATH = /https?:\/\//i

/** A query that is nothing but a URL (`?https://…`) is one value without a name. */
function readQuery<P extends Parameter>(query: string, where: Place, reader: PieceReader<P>, into: P[]): void {
  if (URL_AT_START.test(query) && nestedUrlIn(decodeOnce(query)) !== null) into.push(reader.segment(query, where))
  else reader.pairs(query, where, into)
}

/** `#a=1`, `#?a=1`, `#/route?a=1`, or a bare value. */
function readFragment<P extends Parameter>(fragment: string, where: Place, reader: PieceReader<P>, into: P[]): void {
  const mark = fragment.indexOf('?')
  if (mark >= 0) {
    reader.pairs(fragment.slice(mark + 1), where, into)
    readSegments(fragment.slice(0, mark), where, reader, into)
  } else if (fragment.includes('=')) reader.pairs(fragment.replace(/^[!/]+/, ''), where, into)
  else readSegments(fragment, where, reader, into)
}

/** A URL that stands plain in a path (`/go/https://…`) is one segment. */
function readPath<P extends Parameter>(path: string, where: Place, reader: PieceReader<P>, into: P[]): void {
  const at = path.includes('//') ? path.search(URL_IN_PATH) : -1
  readSegments(at < 0 ? path : path.slice(0, at), where, reader, into)
  if (at >= 0) into.push(reader.segment(path.slice(at), where))
}

function withNested<P extends Parameter>(parameters: P[], depth: number, reader: PieceReader<P>): P[] {
  const all = parameters.length > MAX_PARAMETERS ? parameters.slice(0, MAX_PARAMETERS) : parameters
  if (depth > MAX_DEPTH || !all.some(({ url }) => url !== null)) return all
  for (const { url } of [...all]) {
    if (url === null || all.length >= MAX_PARAMETERS) continue
    const inner: P[] = []
    readOneUrl(splitUrl(url), 'nested', undefined, reader, inner)
    all.push(...withNested(inner, depth + 1, reader))
  }
  return all
}
