import type { Carried } from '../../identifiers/carried.ts'
import { decodeOnce } from '../../identifiers/decode.ts'
import { nestedUrlIn } from '../../identifiers/nested-url.ts'
import type { UrlParts } from '../../identifiers/split-url.ts'
import { cut, placeOf } from '../blame.ts'
import type { Rule } from '../rule.ts'
import { hopNumber, quote } from '../words.ts'

export const malformedQuery: Rule = {
  id: 'malformed-query',
  severity: 'warning',
  title: 'The query is put together wrongly',
  why: 'Receivers repair a broken query each in their own way: what stands behind the fault is read by some and lost by others.',
  fix: 'Build URLs with a URL library, or append with & where there is a ? already.',
  check: (path) => {
    const told = new Set<string>()
    return path.readings.flatMap(({ url, parameters }, hop) =>
      (isSuspect(url.query, parameters) ? faultsOf(url, path.readings[hop - 1]?.url) : [])
        .filter(({ fault }) => !told.has(fault) && told.add(fault))
        .map(({ fault, seen, fix }) => ({
          rule: 'malformed-query',
          severity: 'warning',
          hop,
          title: `The query of ${hopNumber(hop)} has ${fault}`,
          detail: `${placeOf(path.hops[hop])} was asked with ${quote(seen)}.`,
          fix: `${fix} ${hop === 0 ? 'Mend it in the link or the ad.' : `Mend it on ${placeOf(path.hops[hop - 1])}, which sent the browser on.`}`,
        })),
    )
  },
}

interface Fault {
  fault: string
  /** The bytes that show it. */
  seen: string
  fix: string
}

/** What HTML makes of `&currency=`, `&param=` and their like; the raw text may be encoded. */
const EATEN_NAME = /[¤¶§©®¬×¢£°µ¥∂¯÷†‡√∏][\w.-]{0,40}=/
const ENTITY =
  /(?:&|^)(?:amp|lt|gt|quot|apos|nbsp|copy|reg|para|sect|times|cent|curren|#\d{1,5}|#x[0-9a-f]{1,5})(?:;|%3B)/i

/** Most queries show nothing that a fault would, and are done with. */
const isSuspect = (query: string | null, parameters: readonly Carried[]): boolean =>
  query?.endsWith('&') || parameters.some(({ isOdd, where }) => isOdd && where === 'query')

/** What a URL that goes on with the query of the one before has wrong with it has been told. */
function faultsOf({ query, fragment }: UrlParts, before: UrlParts | undefined): Fault[] {
  if (query === before?.query && fragment === before?.fragment) return []
  if (!query) return []
  const found: Fault[] = []
  const add = (fault: string, seen: string | undefined, fix: string) => {
    if (seen !== undefined) found.push({ fault, seen: cut(seen, 80), fix })
  }
  add('a second ?', secondQuestionMark(query), 'Append with & where the URL has a ? already.')
  add('an HTML entity', entity(query, fragment ?? ''), 'Write & in URLs; &amp; belongs in HTML source only, once.')
  const pieces = query.split('&')
  add(
    'a name eaten by HTML',
    pieces.find((piece) => EATEN_NAME.test(decodeOnce(piece)) && nestedUrlIn(pairValue(piece)) === null),
    'In HTML write &amp; before a name such as currency, param, copy or region.',
  )
  add(
    'a space',
    pieces.find((piece) => /\s/.test(piece)),
    'Encode a space as %20.',
  )
  add(
    'a parameter without a name',
    pieces.find((piece) => piece.startsWith('=')),
    'Give each value a name.',
  )
  return found
}

/** The pair in which a second `?` stands, unless it belongs to a URL inside the value. */
function secondQuestionMark(query: string): string | undefined {
  if (!query.includes('?') || /^[^=&]*:\/\//.test(query)) return undefined
  return query.split('&').find((piece) => {
    const mark = piece.indexOf('?')
    return mark >= 0 && (mark < piece.indexOf('=') || nestedUrlIn(pairValue(piece)) === null)
  })
}

const pairValue = (piece: string): string => decodeOnce(piece.slice(piece.indexOf('=') + 1))

function entity(query: string, fragment: string): string | undefined {
  // `&#38;` ends the query: the rest of it is taken for a fragment.
  const split = query.endsWith('&') ? /^(?:\d{1,5}|x[0-9a-f]{1,5});/i.exec(fragment) : null
  return split ? `&#${split[0]}` : ENTITY.exec(query)?.[0]
}
