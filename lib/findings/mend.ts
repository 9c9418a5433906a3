import { splitUrl } from '../identifiers/split-url.ts'
import { cut, ledBy, placeOf, targetOf } from './blame.ts'
import { cacheWords } from './cdn-cache.ts'
import { listsThatRemove } from './privacy-lists.ts'
import type { FollowedPath } from './rule.ts'
import { recognise } from './stripper.ts'
import { changesOf, type Lost } from './url-change.ts'
import { list } from './words.ts'

/** What to do, in words and, where there are any, in lines to paste. */
export interface Mend {
  fix: string
  paste?: string
}

/**
 * What to do so that a parameter survives the way from a hop to the next one, chosen by what is seen: what led on, how
 * the URLs differ, and what software answered.
 */
export function mend({ hops, readings }: FollowedPath, from: number, lost: Lost): Mend {
  const [hop, next] = [hops[from], hops[from + 1]]
  if (lost.where === 'cookie')
    return {
      fix: `By then the value stood only in the cookie ${lost.name} of ${placeOf(hop)}. Read it there, and put it into the URL that leads to ${targetOf(hop, next)}.`,
    }
  const [before, after] = [readings[from], readings[from + 1]]
  const cause = ledBy(hops, from)
  const { what, fix, by } = recognise({
    cause,
    changes: before && after ? changesOf(before, after, lost) : new Set(),
    // What an error page's server is says nothing of the script or link on it that led on.
    headers: (cause === 'http-redirect' && hop?.headers) || [],
    host: placeOf(hop),
    target: addressOf(next?.url ?? '').replace(/^\w+:\/\//, ''),
    method: next?.method ?? 'GET',
  })
  const words: Record<string, string> = {
    from: placeOf(hop),
    host: placeOf(next),
    to: targetOf(hop, next),
    target: cut(addressOf(next?.url ?? '').replace(/^\w+:\/\//, ''), 80),
    url: cut(addressOf(next?.url ?? ''), 120),
    status: String(hop?.status ?? 'a redirect'),
    name: lost.name,
    by: cut(by, 40),
    lists: cause === 'browser' || cause === 'extension' ? listWords(cause, lost.name) : '',
  }
  const paste = fix?.paste && pasteOf(fix.paste, hop?.url ?? '', next?.url ?? '', hop?.status ?? 302, lost.name)
  const said = fill([what?.what, fix?.fix].filter((part) => part !== undefined).join(' '), words)
  const text = cacheWords(hops, from) + said
  return paste ? { fix: text, paste } : { fix: text }
}

const fill = (text: string, values: Record<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole)

/** A URL without its query and fragment. */
const addressOf = (url: string): string => url.split(/[?#]/, 1)[0] ?? ''

function listWords(by: 'browser' | 'extension', name: string): string {
  const who = listsThatRemove(by, name)
  return who.length === 0 ? '' : ` ${name} is on the list of ${list(who, 4)}.`
}

/** What a line to paste may hold of strangers: it will stand in somebody's configuration. */
const PLAIN = /^[\w./:~-]*$/
const IIS_TYPES: Record<number, string> = { 301: 'Permanent', 303: 'SeeOther', 307: 'Temporary', 308: 'PermRedirect' }

/** Lines to paste, filled in. Undefined where a URL or a name holds what could do more there than stand for itself. */
function pasteOf(lines: readonly string[], from: string, to: string, status: number, name: string): string | undefined {
  const origin = /^\w+:\/\/[^/]*/.exec(addressOf(to))?.[0] ?? ''
  const { host, path } = splitUrl(to)
  const oldPath = splitUrl(from).path
  const values: Record<string, string> = {
    origin,
    host,
    path: path || '/',
    url: addressOf(to),
    name,
    status: String(status),
    iis: IIS_TYPES[status] ?? 'Found',
    oldpath: oldPath,
    oldpattern: oldPath.replace(/^\//, '').replaceAll('.', '\\.'),
  }
  let isPlain = true
  const text = lines.join('\n').replace(/\{(\w+)\}/g, (whole, key: string) => {
    const value = values[key]
    if (value === undefined) return whole
    isPlain &&= (value !== '' || key === 'oldpattern') && PLAIN.test(value.replaceAll('\\.', '.'))
    return value
  })
  return isPlain ? text : undefined
}
