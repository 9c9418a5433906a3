import { parseArgs } from 'node:util'
import { BROWSER_NAMES, type BrowserName } from '../browsers/session.ts'
import { Trouble } from '../trouble.ts'

export interface TraceArguments {
  /** A URL, or the name of a file; undefined only with `help`. */
  target: string | undefined
  json: boolean
  browser: BrowserName
  settleMs: number
  headed: boolean
  help: boolean
}

const DEFAULT_SETTLE_MS = 1500
const MAX_SETTLE_MS = 60_000

export const TRACE_HELP = `Walks a click through a real browser and says hop by hop what became of its click IDs.

  npm run trace -- URL              walk one URL
  npm run trace -- FUNNELS.json     walk every funnel of a file, one after the other, in one browser profile
  npm run trace -- EVIDENCE.json    judge the paths of an evidence document anew, without a browser

Options
  --json                 print the evidence document on standard output, and nothing else
  --browser NAME         chromium (default) or firefox
  --settle MS            a step has come to rest when nothing happened for so long
                         (default ${DEFAULT_SETTLE_MS}, at most ${MAX_SETTLE_MS}; a funnel's own settleMs goes first)
  --headed               with a window to look at
  --help                 this text

Exit codes
  0   walked, and everything that a funnel expects holds; what the findings say does not matter
  1   an expectation does not hold, or a step could not be done: which one is said on standard error
  2   a bad URL, a missing or broken file, no browser, no build, or nothing was recorded

Environment
  CLICKPATH_CHROMIUM, CLICKPATH_FIREFOX   programs to use instead of the ones that are found
  NO_COLOR                                no colours
`

/**
 * Reads the command line of `trace`.
 *
 * @throws Trouble that says what is wrong with it
 */
export function readTraceArguments(args: readonly string[]): TraceArguments {
  const { values, positionals } = parse(args)
  const [target, ...more] = positionals
  if (more.length > 0) throw new Trouble(`one URL or file at a time: what is ${JSON.stringify(more[0])}?`)
  const help = values.help === true
  if (target === undefined && !help) throw new Trouble(`what shall be traced?\n\n${TRACE_HELP}`)
  return {
    target,
    json: values.json === true,
    browser: readBrowser(values.browser),
    settleMs: readSettle(values.settle),
    headed: values.headed === true,
    help,
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        browser: { type: 'string' },
        settle: { type: 'string' },
        headed: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    throw new Trouble(`${error instanceof Error ? error.message : String(error)}\nSee: npm run trace -- --help`)
  }
}

function readBrowser(value: string | undefined): BrowserName {
  if (value === undefined) return 'chromium'
  const name = BROWSER_NAMES.find((candidate) => candidate === value)
  if (!name) throw new Trouble(`--browser is ${BROWSER_NAMES.join(' or ')}, not ${JSON.stringify(value)}`)
  return name
}

function readSettle(value: string | undefined): number {
  if (value === undefined) return DEFAULT_SETTLE_MS
  const ms = /^\d+$/.test(value) ? Number(value) : Number.NaN
  if (!(ms <= MAX_SETTLE_MS)) {
    throw new Trouble(`--settle is a number of milliseconds up to ${MAX_SETTLE_MS}, not ${JSON.stringify(value)}`)
  }
  return ms
}
