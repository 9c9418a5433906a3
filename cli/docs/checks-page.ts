import { checkCampaign } from '../../lib/postback/campaign/campaign-url.ts'
import { checkLive, checkTemplate } from '../../lib/postback/check.ts'
import type { Problem } from '../../lib/postback/checks/problem.ts'
import { tokensOf } from '../../lib/postback/macro-tokens/macro-tokens.ts'
import { presetOf } from '../../lib/postback/presets/presets.ts'
import { CHECK_EXAMPLES, type CheckExample, EXAMPLE_CLICK, EXAMPLE_VALUES } from './check-examples.ts'

/** What the checker says to an example. */
export function problemsOf({ mode, url, preset, sender, about, values, secrets, body }: CheckExample): Problem[] {
  const known = { identifiers: EXAMPLE_CLICK, preset: presetOf(preset), ...about }
  if (mode === 'paste') return checkCampaign(url, tokensOf(sender))
  if (mode === 'live') return checkLive(url, known)
  const template = { url, mapping: {}, values: { ...EXAMPLE_VALUES, ...values }, ...(secrets && { secrets }) }
  return checkTemplate({ ...known, template, body })
}

const MARK = '<!-- made by `npm run docs` from cli/docs/check-examples.ts; what stands below is overwritten -->'
const SEVERITIES = { error: 'error', warning: 'warning', info: 'note' } as const

/** The page with its table as it should be now; what is written by hand above it stays. */
export const withChecks = (page: string): string => `${page.split(MARK)[0]?.trimEnd()}\n\n${MARK}\n\n${table()}\n`

function table(): string {
  const rows = [...Map.groupBy(CHECK_EXAMPLES, ({ id }) => id)].map(([id, examples]) => rowOf(id, examples))
  return [['id', 'severity', 'when', 'example', 'it says', 'button'], Array(6).fill('---'), ...rows]
    .map((cells: string[]) => `| ${cells.map(inCell).join(' | ')} |`)
    .join('\n')
}

function rowOf(id: string, examples: readonly CheckExample[]): string[] {
  const told = examples.flatMap((example) => problemsOf(example).filter((problem) => problem.id === id))
  const [first] = told
  const [example] = examples
  return [
    `\`${id}\``,
    [...new Set(told.map(({ severity }) => SEVERITIES[severity]))].join(', '),
    example?.when ?? '',
    short(example?.url ?? ''),
    `**${first?.title}** ${first?.fix}`,
    [...new Set(told.flatMap(({ mend }) => mend?.label ?? []))].join(', '),
  ]
}

/** As code, with its end left out where it is long. */
const short = (url: string): string => `\`${url.length > 90 ? `${url.slice(0, 60)}…` : url}\``

const inCell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')
