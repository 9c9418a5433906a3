import { CAUSES, type Cause, type Hop } from '../../lib/model/click-path.ts'
import type { Severity } from '../../lib/model/finding.ts'
import { Outcome } from '../../lib/model/identifier.ts'
import { type Chain, chainOf, type Label, type Leg } from './chain.ts'
import { fillIn } from './values.ts'

/**
 * Reads chains from text, one paragraph each:
 *
 *     # what happens
 *     https://ads.example/?fbclid=$fbclid        the first hop
 *     302 https://trk.example/                   what led on (a status, or a cause), and where
 *       cookie _fbc=fb.1.1700000000000.$fbclid   a fact of the hop above: cookie, body, status, error, cached
 *     - error id-stripped 0 fbclid               what is to be said: severity, rule, hop, identifier
 *     = lost fbclid                              what becomes of an identifier
 *     ~ fbclid appeared moved@path stripped      its trail, with the place where it is not as before
 *
 * Values stand as `$name`; see values.ts.
 */
export const readChains = (text: string): Chain[] =>
  text
    .split(/\n(?=# )/)
    .filter((block) => block.startsWith('# '))
    .map(readChain)

function readChain(block: string): Chain {
  const [title = '', ...lines] = block.split('\n').filter((line) => line.trim() !== '')
  const legs: Leg[] = []
  const labels: Label[] = []
  const outcomes: Chain['outcomes'] = []
  const trails: Chain['trails'] = []
  for (const line of lines) {
    const words = line.trim().split(' ')
    if (line.startsWith('~ ')) {
      trails.push({ name: words[1] ?? '', states: words.slice(2).join(' ') })
      continue
    }
    if (line.startsWith('- ')) labels.push(readLabel(words))
    else if (line.startsWith('= ')) outcomes.push({ name: words[2] ?? '', outcome: Outcome.parse(words[1]) })
    else if (line.startsWith('  ')) Object.assign((legs.at(-1) as Leg).facts ?? {}, factOf(line.trim(), legs.at(-1)))
    else legs.push(readLeg(line.trim(), legs.at(-1)))
  }
  return { ...chainOf(title.slice(2), legs, labels, outcomes), trails }
}

function readLabel([, severity, rule = '', hop, identifier = '']: string[]): Label {
  return { severity: severity as Severity, rule, hop: Number(hop), identifier }
}

/** `302 https://…` says what the hop before answered; a bare URL was typed. */
function readLeg(line: string, before: Leg | undefined): Leg {
  const [, lead = '', url = line] = /^(\d{3}|[a-z-]+) (.*)$/.exec(line) ?? []
  if (/^\d/.test(lead)) {
    if (before) before.facts = { ...before.facts, status: Number(lead) }
    return { cause: 'http-redirect', url: fillIn(url), facts: {} }
  }
  const cause = lead === '' ? 'typed' : (lead as Cause)
  if (!CAUSES.includes(cause)) throw new Error(`no cause: ${line}`)
  return { cause, url: fillIn(url), facts: {} }
}

function factOf(line: string, leg: Leg | undefined): Partial<Hop> {
  const [key = '', ...rest] = line.split(' ')
  const value = fillIn(rest.join(' '))
  if (key === 'status') return { status: Number(value) }
  if (key === 'error') return { error: value }
  if (key === 'cached') return { fromCache: true }
  if (key === 'body') return { body: value, method: 'POST' }
  if (key !== 'cookie') throw new Error(`no fact: ${line}`)
  const [pair = '', domain] = value.split('; domain=')
  const at = pair.indexOf('=')
  const cookie = { name: pair.slice(0, at), value: pair.slice(at + 1), ...(domain && { domain }) }
  return { setCookies: [...(leg?.facts?.setCookies ?? []), cookie] }
}
