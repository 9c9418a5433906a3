import type { ClickPath } from '../../lib/model/click-path.ts'
import { cutMiddle } from '../../lib/ui/cut.ts'
import { duration } from '../../lib/ui/duration.ts'
import { CAUSE_WORDS, statusWords } from '../../lib/ui/hop-words.ts'
import { urlParts } from '../../lib/ui/url-parts.ts'
import type { Paint } from './paint.ts'
import { type Cell, table } from './table.ts'

const HEAD = ['#', 'status', 'cause', 'host and path', 'time']

/** The hops of a path, a line each. @param room characters for host and path */
export function hopRows(path: ClickPath, room: number, paint: Paint): string[] {
  const blamed = new Map(path.findings.toReversed().map(({ hop, severity }) => [hop, severity]))
  const head: Cell[] = HEAD.map((text) => ({ text, paint: (plain) => paint('soft', plain) }))
  const rows = path.hops.map((hop, index): Cell[] => {
    const { host, rest } = urlParts(hop.url)
    const status = statusWords(hop)
    const severity = blamed.get(index)
    const notes = [
      ...(hop.method === 'GET' ? [] : [hop.method]),
      ...(hop.openerTabId === undefined ? [] : ['new tab']),
      ...(hop.fromCache ? ['from cache'] : []),
      ...(hop.headers ?? []).filter(({ name }) => name === 'server').map(({ value }) => value),
      ...(hop.error === null ? [] : [hop.error]),
    ]
    return [
      { text: String(index + 1), align: 'right', paint: (text) => paint(severity ?? 'strong', text) },
      { text: status.text, paint: (text) => (status.tone === 'error' ? paint('error', text) : text) },
      { text: CAUSE_WORDS[hop.cause] },
      { text: cutMiddle(host + rest.replace(/[?#].*$/s, ''), room) },
      { text: duration(hop.durationMs), align: 'right' },
      { text: cutMiddle(notes.join(', '), room), paint: (text) => paint('soft', text) },
    ]
  })
  return table([head, ...rows])
}
