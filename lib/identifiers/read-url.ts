import type { Place } from '../model/identifier.ts'
import { decodeOnce } from './decode.ts'
import { nestedUrlIn } from './nested-url.ts'
import { type Parameter, readPairs, readSegments } from './parameter.ts'
import { splitUrl, type UrlParts } from './split-url.ts'

/** A URL inside a URL inside a URL is still read; one more is not. */
const MAX_DEPTH = 3
/** A stranger may send a URL of a million parameters; nobody sends an identifier behind this many. */
const MAX_PARAMETERS = 2000

/**
 * Every value that a request carries, byte-exactly: its query, fragment, urlencoded body and path, and those of each URL
 * nested in one of them (all of these `where: 'nested'`). Places in that order. Never throws.
 */
export const readUrl = (url: string, body?: string): Parameter[] => readParts(splitUrl(url), body)

/** As readUrl, for a URL that has been split already. */
export const readParts = (url: UrlParts, body?: string): Parameter[] => withNested(readOneUrl(url, null, body), 1)

/** Path segments come last: a value with a name says more. */
function readOneUrl({ path, query, fragment }: UrlParts, where: Place | null, body?: string): Parameter[] {
  return [
    ...(query ? readQuery(query, where ?? 'query') : []),
    ...(fragment ? readFragment(fragment, where ?? 'fragment') : []),
    ...(body ? readPairs(body, 'body') : []),
    ...readPath(path, where ?? 'path'),
  ]
}

/** A query that is nothing but a URL (`?https://…`) is one value without a name. */
function readQuery(query: string, where: Place): Parameter[] {
  const url = /^[^=&]*(?::\/\/|%3A%2F%2F)/i.test(query) ? nestedUrlIn(decodeOnce(query)) : null
  if (url === null) return readPairs(query, where)
  return [{ name: '', rawName: '', rawValue: query, value: decodeOnce(query), where, index: 0, url }]
}

/** `#a=1`, `#?a=1`, `#/route?a=1`, or a bare value. */
function readFragment(fragment: string, where: Place): Parameter[] {
  const mark = fragment.indexOf('?')
  if (mark >= 0) return [...readPairs(fragment.slice(mark + 1), where), ...readSegments(fragment.slice(0, mark), where)]
  return fragment.includes('=') ? readPairs(fragment.replace(/^[!/]+/, ''), where) : readSegments(fragment, where)
}

/** A URL that stands plain in a path (`/go/https://…`) is one segment. */
function readPath(path: string, where: Place): Parameter[] {
  const at = path.search(/https?:\/\//i)
  if (at < 1) return readSegments(path, where)
  const segments = readSegments(path.slice(0, at), where)
  const rawValue = path.slice(at)
  const url = nestedUrlIn(decodeOnce(rawValue))
  return [
    ...segments,
    { name: '', rawName: '', rawValue, value: decodeOnce(rawValue), where, index: segments.length, url },
  ]
}

function withNested(parameters: Parameter[], depth: number): Parameter[] {
  const all = parameters.slice(0, MAX_PARAMETERS)
  if (depth > MAX_DEPTH) return all
  for (const { url } of parameters) {
    if (url === null || all.length >= MAX_PARAMETERS) continue
    all.push(...withNested(readOneUrl(splitUrl(url), 'nested'), depth + 1))
  }
  return all
}
