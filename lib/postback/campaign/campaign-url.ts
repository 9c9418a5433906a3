import { checkPaste } from '../check.ts'
import { info, type Problem, warning } from '../checks/problem.ts'
import { decoded, fieldsIn, queryPlace } from '../fields.ts'
import { encodeValue } from '../fill.ts'
import { knows, type MacroTokens } from '../macro-tokens/macro-tokens.ts'
import type { Row } from '../request/rows.ts'

/** Anything that stands in brackets of some kind: whether it is a macro, the platform's own list says. */
const MAYBE_MACRO =
  /\{\{[^{}]{1,60}\}\}|\$?\{[^{}]{1,60}\}|__[A-Z][A-Z0-9_]{0,40}__|%%[A-Z][A-Z0-9_:-]{1,60}%%|##[^#]{2,60}##|#\w{2,40}#|!!!\w{2,40}!!!|\[[A-Za-z]\w{1,40}\]/g

/**
 * A landing page's URL with a campaign's parameters: what the page had stays byte for byte, a parameter of the same name is
 * replaced, text is encoded, and the platform's macros stand as it replaces them. The fragment stays last.
 */
export function campaignUrl(landing: string, rows: readonly Row[], platform: MacroTokens | undefined): string {
  const url = landing.trim()
  const { start, end } = queryPlace(url)
  const names = new Set(rows.map(({ name }) => name))
  const kept = fieldsIn(url)
    .filter(({ name }) => !names.has(name))
    .map((field) => url.slice(field.start, field.end))
  const added = rows
    .filter(({ name, value }) => name !== '' && value !== '')
    .map(({ name, value }) => `${encodeValue(name)}=${encodeText(value, platform)}`)
  const before = url[start - 1] === '?' ? url.slice(0, start - 1) : url.slice(0, start)
  const query = [...kept, ...added].join('&')
  return `${before}${query === '' ? '' : `?${query}`}${url.slice(end)}`
}

/** What a person fills in for a campaign. */
export interface Campaign {
  landing: string
  rows: readonly Row[]
}

/**
 * A mended campaign URL taken apart again: what came from the landing page goes back to it byte for byte, what came from the
 * rows to its row, and what is new is a row. Rows that are not filled in yet stay.
 */
export function takeApart(url: string, { landing, rows }: Campaign): Campaign {
  const plain = (name: string) => name.toLowerCase()
  const ofRows = new Set(rows.map(({ name }) => plain(name)))
  const ofPage = new Set(fieldsIn(landing.trim()).map(({ name }) => plain(name)))
  const isRow = (name: string) => ofRows.has(plain(name)) || !ofPage.has(plain(name))
  const fields = fieldsIn(url)
  const left = fields
    .filter(({ name }) => isRow(name))
    .map(({ name, rawValue }) => ({ name, value: decoded(rawValue) }))
  const kept = rows.flatMap((row): Row[] => {
    if (row.name === '' || row.value === '') return [row]
    const at = left.findIndex(({ name }) => plain(name) === plain(row.name))
    return at < 0 ? [] : left.splice(at, 1)
  })
  const { start, end } = queryPlace(url)
  const page = fields.filter(({ name }) => !isRow(name)).map((field) => url.slice(field.start, field.end))
  const before = url[start - 1] === '?' ? url.slice(0, start - 1) : url.slice(0, start)
  return {
    landing: `${before}${page.length === 0 ? '' : `?${page.join('&')}`}${url.slice(end)}`,
    rows: [...kept, ...left],
  }
}

/** The campaign's parameters of a URL as rows, macros as they are. */
export const campaignRows = (url: string): Row[] =>
  fieldsIn(url.trim()).map(({ name, rawValue }) => ({ name, value: decoded(rawValue) }))

function encodeText(value: string, platform: MacroTokens | undefined): string {
  let encoded = ''
  let at = 0
  for (const found of value.matchAll(MAYBE_MACRO)) {
    const [macro] = found
    if (platform && !knows(platform, macro) && !/^[{$_]/.test(macro)) continue
    encoded += encodeValue(value.slice(at, found.index)) + macro
    at = found.index + macro.length
  }
  return encoded + encodeValue(value.slice(at))
}

/** What is wrong with a campaign's URL: the checker's word, and what only campaigns can get wrong. */
export function checkCampaign(url: string, platform: MacroTokens | undefined): Problem[] {
  return [...checkPaste(url, { identifiers: [], sender: platform }), ...tagProblems(url), ...ownClickId(url, platform)]
}

function tagProblems(url: string): Problem[] {
  const tags = fieldsIn(url).filter(({ name }) => /^utm_/i.test(name))
  const [first] = tags
  const problems: Problem[] = []
  if (first && !tags.some(({ name, value }) => name === 'utm_source' && value !== ''))
    problems.push(
      warning('no-utm-source', 'utm_source is missing', 'Without it Google Analytics passes over the other tags.', {
        place: { start: first.start, end: first.end },
      }),
    )
  for (const { name, start, rawName } of tags)
    if (name !== name.toLowerCase())
      problems.push(
        warning('utm-in-capitals', `${name} is not ${name.toLowerCase()}`, 'Tags are read in small letters alone.', {
          place: { start, end: start + rawName.length },
          mend: {
            label: `Write ${name.toLowerCase()}`,
            url: url.slice(0, start) + rawName.toLowerCase() + url.slice(start + rawName.length),
          },
        }),
      )
  return problems
}

function ownClickId(url: string, platform: MacroTokens | undefined): Problem[] {
  const own = platform?.addsClickId
  const field = own === undefined ? undefined : fieldsIn(url).find(({ name }) => name === own)
  if (!field) return []
  return [
    info(
      'own-click-id',
      `${platform?.name} adds ${own} by itself`,
      'With one of yours it is there twice, and which counts is left to chance.',
      {
        place: { start: field.start, end: field.end },
      },
    ),
  ]
}
