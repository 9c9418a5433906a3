import { parseArgs } from 'node:util'
import { Trouble } from '../trouble.ts'

export interface BenchArguments {
  /** Which to run; none for all. */
  names: readonly string[]
  /** Where the figures are written. */
  json: string
  /** Whether a figure over its limit makes the command exit 1. */
  strict: boolean
  help: boolean
}

const DEFAULT_FILE = 'bench.json'

export const BENCH_HELP = `Measures what the extension costs and how well it judges, prints a table and writes the figures.

  npm run bench                    every benchmark
  npm run bench -- NAME …          these alone

Options
  --json FILE   where the figures are written (default ${DEFAULT_FILE})
  --strict      exit 1 when a figure is over its limit
  --help        this text

Exit codes: 0 measured, 1 a benchmark could not be carried out (with --strict: or a figure is over its limit), 2 a bad command line
`

/**
 * Reads the command line of `bench`.
 *
 * @param known the names there are
 * @throws Trouble that says what is wrong with it
 */
export function readBenchArguments(args: readonly string[], known: readonly string[]): BenchArguments {
  const { values, positionals } = parse(args)
  const unknown = positionals.find((name) => !known.includes(name))
  if (unknown !== undefined) throw new Trouble(`there is no benchmark ${JSON.stringify(unknown)}: ${known.join(', ')}`)
  return {
    names: positionals,
    json: values.json ?? DEFAULT_FILE,
    strict: values.strict === true,
    help: values.help === true,
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'string' }, strict: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    })
  } catch (error) {
    throw new Trouble(`${error instanceof Error ? error.message : String(error)}\nSee: npm run bench -- --help`)
  }
}
