import type { ClickPath, Hop } from '../model/click-path.ts'
import type { Finding } from '../model/finding.ts'
import type { Identifier, Step } from '../model/identifier.ts'
import { cutMiddle } from './cut.ts'
import { diff, type Piece } from './diff.ts'
import { isThere } from './lane-mark.ts'
import { placeInBody, placeInUrl, placeOfText, placesOfName, type Range } from './raw-place.ts'

/** The bytes of one hop, in runs; joined they are the text as it was sent. */
export interface Excerpt {
  /** Index of the hop. */
  hop: number
  part: 'URL' | 'form body'
  pieces: Piece[]
  /** What to know of it: `fbclid is not in it`. */
  note: string
}

/** What a finding is about, as raw bytes: what the blamed hop was sent, and what the next one. */
export interface Change {
  before: Excerpt
  after: Excerpt | null
}

/** Findings whose bytes are looked up: as many as a list shows at first. */
const MOST = 40
/** Characters shown of what is the same, and of what is not: the whole is a press away. */
const SAME = 70
const CHANGED = 260

/** The bytes of a path's findings as they are shown, one for each of the first forty: long runs cut, what is unseen spelt out. */
export const changesOf = (path: ClickPath): (Change | null)[] =>
  path.findings.slice(0, MOST).map((finding) => {
    const change = changeOf(path, finding)
    return change && { before: shown(change.before), after: change.after && shown(change.after) }
  })

const shown = (excerpt: Excerpt): Excerpt => ({
  ...excerpt,
  pieces: excerpt.pieces.map(({ text, kind }) => ({ kind, text: cutMiddle(text, kind === 'same' ? SAME : CHANGED) })),
})

const LOSES = /^(?:id-(?!duplicated)|stripped-by-)/
const MARKS = /^(?:macro-not-replaced|malformed-query|id-duplicated)$/

/** The bytes that a finding is about; null where they would show nothing. */
export function changeOf(path: Pick<ClickPath, 'hops' | 'identifiers'>, finding: Finding): Change | null {
  const hop = path.hops[finding.hop]
  const next = path.hops[finding.hop + 1]
  if (!hop) return null
  if (MARKS.test(finding.rule)) return marked(hop, finding)
  if (finding.rule === 'https-downgrade' && next) {
    const { before, after } = diff(hop.url, next.url)
    return { before: excerpt(finding.hop, before), after: excerpt(finding.hop + 1, after) }
  }
  const identifier = LOSES.test(finding.rule) ? identifierOf(path, finding) : undefined
  return identifier && next ? between(hop, next, finding.hop, identifier) : null
}

const excerpt = (hop: number, pieces: Piece[], note = '', part: Excerpt['part'] = 'URL'): Excerpt => ({
  hop,
  part,
  pieces,
  note,
})

const stepAt = ({ trail }: Identifier, hop: number): Step | undefined => trail[hop - (trail[0]?.hop ?? 0)]

/** The identifier that a finding names and that its hop still had. */
const identifierOf = ({ identifiers }: Pick<ClickPath, 'identifiers'>, { identifier, hop }: Finding) =>
  identifiers.find((each) => each.name === identifier && isThere(stepAt(each, hop)))

function between(hop: Hop, next: Hop, index: number, identifier: Identifier): Change | null {
  const from = located(hop, stepAt(identifier, index))
  const to = located(next, stepAt(identifier, index + 1))
  if (!from) return null
  if (!to) {
    const { name } = identifier
    return {
      before: excerpt(index, around(from, [{ text: inRange(from), kind: 'gone' }]), '', from.part),
      after: excerpt(index + 1, [{ text: next.url, kind: 'same' }], `${name} is not in it`),
    }
  }
  const { before, after } = diff(inRange(from), inRange(to))
  return {
    before: excerpt(index, around(from, before), '', from.part),
    after: excerpt(index + 1, around(to, after), '', to.part),
  }
}

interface Located {
  text: string
  part: Excerpt['part']
  range: Range
}

const inRange = ({ text, range }: Located): string => text.slice(range.from, range.to)

function around({ text, range }: Located, middle: Piece[]): Piece[] {
  const lead: Piece = { text: text.slice(0, range.from), kind: 'same' }
  const rest: Piece = { text: text.slice(range.to), kind: 'same' }
  return withoutEmpty([lead, ...middle, rest])
}

function located({ url, body }: Hop, step: Step | undefined): Located | null {
  if (!step || step.value === undefined) return null
  if (step.where === 'body') {
    const range = body === undefined ? null : placeInBody(body, step)
    return range && { text: body ?? '', part: 'form body', range }
  }
  const range = placeInUrl(url, step)
  return range && { text: url, part: 'URL', range }
}

/** The hop's URL with what the finding speaks of: the parameters of a name, or what it quotes. */
function marked({ url }: Hop, { rule, hop, detail, identifier }: Finding): Change | null {
  const quotes = detail.split('`').filter((_, at) => at % 2 === 1)
  const ranges =
    rule === 'id-duplicated'
      ? placesOfName(url, identifier ?? '')
      : quotes.flatMap((text) => placeOfText(url, text) ?? [])
  const pieces: Piece[] = []
  let done = 0
  for (const { from, to } of ranges.sort((a, b) => a.from - b.from)) {
    if (from < done) continue
    pieces.push({ text: url.slice(done, from), kind: 'same' }, { text: url.slice(from, to), kind: 'marked' })
    done = to
  }
  if (done === 0) return null
  pieces.push({ text: url.slice(done), kind: 'same' })
  return { before: excerpt(hop, withoutEmpty(pieces)), after: null }
}

const withoutEmpty = (pieces: readonly Piece[]): Piece[] => pieces.filter(({ text }) => text !== '')
