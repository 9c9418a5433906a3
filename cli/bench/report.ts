import { type Bench, type Figure, isOver } from '../../test/bench/bench.ts'
import type { Paint } from '../print/paint.ts'
import { type Cell, table } from '../print/table.ts'

/** What came of one benchmark. */
export interface Measured {
  name: string
  title: string
  figures: Figure[]
  /** Why there are none. */
  failure?: string
}

/** Runs a benchmark; one that cannot be carried out says why, and the others go on. */
export async function measure({ name, title, run }: Bench, say: (line: string) => void): Promise<Measured> {
  try {
    return { name, title, figures: await run((line) => say(`${name}: ${line}`)) }
  } catch (error) {
    return { name, title, figures: [], failure: error instanceof Error ? error.message : String(error) }
  }
}

/** The figures as a table, one benchmark under the other. */
export function reportText(measured: readonly Measured[], paint: Paint): string {
  return measured
    .map(({ name, title, figures, failure }) => {
      const head = `${paint('strong', name)}: ${title}`
      const told =
        failure === undefined ? table(figures.map((figure) => row(figure, paint))) : [paint('error', failure)]
      return [head, ...told.map((line) => `  ${line}`), ''].join('\n')
    })
    .join('\n')
}

function row(figure: Figure, paint: Paint): Cell[] {
  const { name, value, unit, limit, note = '' } = figure
  const kept: Cell = isOver(figure)
    ? { text: 'OVER', paint: (text) => paint('error', text) }
    : { text: limit === undefined ? '' : 'ok', paint: (text) => paint('pass', text) }
  return [
    { text: name },
    { text: readable(value), align: 'right' },
    { text: unit },
    { text: limit === undefined ? '' : `≤ ${readable(limit)}`, align: 'right' },
    kept,
    { text: note, paint: (text) => paint('soft', text) },
  ]
}

/** Three digits that mean something, and all of a whole number. */
function readable(value: number): string {
  if (Number.isInteger(value) || !Number.isFinite(value)) return String(value)
  return Math.abs(value) >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)))
}
