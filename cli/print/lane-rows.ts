import type { ClickPath } from '../../lib/model/click-path.ts'
import { arrivalOf } from '../../lib/ui/arrival.ts'
import { count } from '../../lib/ui/count.ts'
import { cutMiddle } from '../../lib/ui/cut.ts'
import { kindWords, outcomeWord } from '../../lib/ui/identifier-words.ts'
import type { LaneColumn } from '../../lib/ui/lane-columns.ts'
import type { LaneMark } from '../../lib/ui/lane-mark.ts'
import type { LaneCell, LaneLine } from '../../lib/ui/lane-row.ts'
import { type Lane, lanes } from '../../lib/ui/lanes.ts'
import type { Ink, Paint } from './paint.ts'
import { type Cell, table } from './table.ts'

/** Identifiers that get a lane; of a page with a thousand parameters the rest is counted. */
const MOST_LANES = 40
const NAME_ROOM = 24
const VALUE_ROOM = 36

const MARKS: Record<LaneMark, string> = {
  appeared: '●',
  renamed: '◆',
  moved: '◆',
  reencoded: '◆',
  altered: '≈',
  replaced: '✕',
  restored: '●',
  lost: '✕',
  missing: '○',
  tidied: '○',
  'handed-over': '▷',
  delivered: '✔',
  undelivered: '○',
}
const LINES: Record<LaneLine, string> = { none: '  ', running: '──', damaged: '╌╌', cut: '  ', gone: '  ' }
const INKS: Record<Lane['tone'], Ink> = {
  calm: 'strong',
  pass: 'pass',
  info: 'info',
  warning: 'warning',
  error: 'error',
}

/** Every identifier with its lane over the hops, what became of it, and its value. */
export function laneRows(path: ClickPath, paint: Paint): string[] {
  const { columns, rows } = lanes(path, false, MOST_LANES)
  const arrival = arrivalOf(path, false)
  if (rows.length === 0) return [paint('soft', 'no identifier on this path')]
  const numbers = columns.map((column) => (column.kind === 'hop' ? String(column.index + 1) : '…').padEnd(3)).join('')
  const head: Cell[] = ['identifier', numbers, 'outcome', 'value', 'kind'].map((text) => ({
    text,
    paint: (plain) => paint('soft', plain),
  }))
  const lines = table([
    head,
    ...rows.map(({ identifier, tone, cells }): Cell[] => [
      { text: cutMiddle(identifier.name, NAME_ROOM), paint: (text) => paint('strong', text) },
      { text: lane(cells), paint: (text) => paint(INKS[tone], text) },
      {
        text: story(outcomeWord(identifier, arrival), cells, columns),
        paint: (text) => paint(INKS[tone], text),
      },
      { text: cutMiddle(identifier.value, VALUE_ROOM) },
      { text: kindWords(identifier), paint: (text) => paint('soft', text) },
    ]),
  ])
  const unseen = path.identifiers.length - rows.length
  return unseen > 0 ? [...lines, paint('soft', `and ${count(unseen, 'more identifier')}`)] : lines
}

/** One lane: a mark where something happened, a line as long as the value is there. */
function lane(cells: readonly LaneCell[]): string {
  return cells
    .map(({ mark, before, after }) => {
      const through = before === 'running' ? '─' : before === 'damaged' ? '╌' : ' '
      return (mark ? MARKS[mark] : through) + LINES[after]
    })
    .join('')
    .trimEnd()
}

/** What happened on the way, then what became of it: `renamed to s1 (hop 3), delivered`. */
function story(end: string, cells: readonly LaneCell[], columns: readonly LaneColumn[]): string {
  const events = cells.flatMap(({ mark, word, note }, at) => {
    const column = columns[at]
    if (mark === null || mark === 'appeared' || column?.kind !== 'hop') return []
    const said = cutMiddle(note === '' ? word : `${word} ${note}`, 40)
    return word === end ? [said] : [`${said} (hop ${column.index + 1})`]
  })
  return (events.at(-1)?.startsWith(end) ? events : [...events, end]).join(', ')
}
