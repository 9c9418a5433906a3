import { verdictSentence } from '../../lib/findings/verdict-sentence.ts'
import type { ClickPath } from '../../lib/model/click-path.ts'
import type { Finding, Verdict } from '../../lib/model/finding.ts'
import { count } from '../../lib/ui/count.ts'
import { cutMiddle } from '../../lib/ui/cut.ts'
import { cutWords } from '../../lib/ui/cut-words.ts'
import { duration, span } from '../../lib/ui/duration.ts'
import { visible } from '../../lib/ui/visible.ts'
import { hopRows } from './hop-rows.ts'
import { laneRows } from './lane-rows.ts'
import type { Ink, Paint } from './paint.ts'

const VERDICTS: Record<Verdict, { word: string; ink: Ink }> = {
  pass: { word: '✔ pass', ink: 'pass' },
  warn: { word: '▲ warning', ink: 'warning' },
  fail: { word: '✕ fail', ink: 'error' },
}
const SIGNS: Record<Finding['severity'], string> = { error: '✕', warning: '▲', info: 'ℹ' }

/** Narrow terminals wrap rather than lose the path. */
const LEAST_ROOM = 30
/** What stands beside the name on the first line. */
const TITLE_REST = 32
/** What the other columns of the hops take. */
const OTHER_COLUMNS = 46

/**
 * A path as a person reads it: verdict, hops, identifiers with their lanes, findings with what to do.
 *
 * @param columns how wide the reader's screen is
 */
export function pathText(path: ClickPath, columns: number, paint: Paint): string {
  const { word, ink } = VERDICTS[path.verdict]
  const time = span(path.hops)
  const title = [
    paint(ink, word),
    paint('strong', cutMiddle(path.name ?? path.hops[0]?.url ?? '', Math.max(LEAST_ROOM, columns - TITLE_REST))),
    paint('soft', [count(path.hops.length, 'hop'), ...(time === null ? [] : [duration(time)])].join(', ')),
  ]
  const indent = (lines: readonly string[]) => lines.map((line) => `  ${line}`)
  return [
    title.join('  '),
    visible(verdictSentence(path)),
    ...cutWords(path.cut).map((words) => paint('warning', words)),
    '',
    ...indent(hopRows(path, Math.max(LEAST_ROOM, columns - OTHER_COLUMNS), paint)),
    '',
    ...indent(laneRows(path, paint)),
    ...path.findings.flatMap((finding) => ['', ...indent(findingLines(finding, paint))]),
    '',
  ].join('\n')
}

function findingLines({ severity, title, detail, fix, paste, rule, hop }: Finding, paint: Paint): string[] {
  return [
    `${paint(severity, `${SIGNS[severity]} ${visible(title)}`)}  ${paint('soft', `${rule}, hop ${hop + 1}`)}`,
    `  ${visible(detail)}`,
    `  ${paint('strong', 'Fix:')} ${visible(fix)}`,
    ...(paste === undefined ? [] : paste.split('\n').map((line) => paint('soft', `    ${visible(line)}`))),
  ]
}
