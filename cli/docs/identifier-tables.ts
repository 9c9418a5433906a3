import catalogue from '../../lib/identifiers/catalogue.json' with { type: 'json' }
import { CLIENT_STORAGE } from '../../lib/identifiers/client-storage.ts'
import type { CatalogueRow } from '../../lib/identifiers/id-names.ts'
import otherNames from '../../lib/identifiers/other-names.json' with { type: 'json' }
import facts from '../../lib/identifiers/sources.json' with { type: 'json' }
import { type ValueShape, valueShapeOf } from '../../lib/identifiers/value-shape.ts'

/** What is known of names beside what the product needs to find them. */
interface Fact {
  names: string
  confidence: string
  evidence: string
  sources: number[]
  strippedBy?: string[]
  window?: string
  notes?: string[]
}

const KINDS = [
  ['ad-click-id', 'Click IDs of ad platforms'],
  ['affiliate-click-id', 'Click IDs of affiliate networks'],
  ['tracker-click-id', 'Click IDs of trackers'],
  ['sub-id', 'Sub-IDs'],
  ['campaign-tag', 'Campaign tags'],
] as const

const TIMES: Record<NonNullable<ValueShape['time']>, string> = {
  google: 'the time or the day',
  awin: 'the time in seconds',
  'object-id': 'the time in seconds',
  meta: 'the time in milliseconds',
}

const factsOf = new Map((facts.rows as Fact[]).flatMap((fact) => fact.names.split(' ').map((name) => [name, fact])))

/** The tables of docs/IDENTIFIERS.md: every name, place and source that the catalogue holds, as Markdown. */
export function identifierTables(): string {
  return [
    ...KINDS.map(([kind, title]) => section(title, namesTable(catalogue[kind]))),
    section('Followed and shown, and never missed', othersTable()),
    section('What landing pages keep', storageTable()),
    section('Sources', sourceList()),
  ].join('\n')
}

const section = (title: string, lines: string[]): string => `## ${title}\n\n${lines.join('\n')}\n`

const table = (head: string[], rows: string[][]): string[] =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(inCell).join(' | ')} |`)

const inCell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')
const code = (names: string): string =>
  names
    .split(' ')
    .map((name) => `\`${name}\``)
    .join(' ')

function namesTable(rows: readonly CatalogueRow[]): string[] {
  return table(
    ['name', 'platform', 'usual value', 'carries', 'counts for', 'stripped by', 'confidence', 'sources'],
    rows.flatMap(({ names, platform, anyCase, overloaded }) =>
      alike(names.split(' ')).map((group) => {
        const [first = ''] = group
        const fact = factsOf.get(first)
        const shape = valueShapeOf(first)
        const marks = `${anyCase ? ' (any case)' : ''}${overloaded ? ' (with an issued value)' : ''}`
        return [
          `${code(group.join(' '))}${marks}`,
          platform ?? '',
          shape?.looksLike ?? '',
          shape?.time ? TIMES[shape.time] : '',
          shape?.windowDays ? `${shape.windowDays} days` : '',
          fact?.strippedBy?.join(', ') ?? '',
          fact?.confidence ?? '',
          fact?.sources.map((index) => index + 1).join(', ') ?? '',
        ]
      }),
    ),
  )
}

/** Names of which the same is known share a line. */
function alike(names: readonly string[]): string[][] {
  const groups = new Map<unknown, string[]>()
  for (const name of names) {
    const key = valueShapeOf(name) ? name : (factsOf.get(name) ?? name)
    groups.set(key, [...(groups.get(key) ?? []), name])
  }
  return [...groups.values()]
}

const othersTable = (): string[] =>
  table(
    ['name', 'platform'],
    otherNames.map(({ names, platform }) => [code(names), platform ?? '']),
  )

const storageTable = (): string[] =>
  table(
    ['where', 'name', 'keeps', 'as', 'set by', 'days', 'confidence'],
    CLIENT_STORAGE.map(({ where, name, identifier, form, setBy, days, confidence }) => [
      where,
      `\`${name}\``,
      identifier === null ? "the platform's visitor ID" : code(identifier),
      form === null ? 'not known; looked for inside' : `\`${form}\``,
      setBy,
      days === null ? '' : String(days),
      confidence ?? '',
    ]),
  )

const sourceList = (): string[] => [
  `Public pages and files, read ${facts.read}; vendors may have changed since.`,
  '',
  ...facts.sources.map((source, index) => `${index + 1}. ${source}`),
]
