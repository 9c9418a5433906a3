import { judge } from '../../lib/findings/judge.ts'
import type { Identifier } from '../../lib/model/identifier.ts'
import type { Chain, Label } from './chain.ts'

/** How right a rule is: of what it says, how much is so; of what is so, how much it says. */
export interface Score {
  rule: string
  right: number
  wrong: number
  missed: number
}

/** What was judged otherwise than labelled, in words. */
export interface Fault {
  chain: string
  fault: string
}

const words = ({ severity, rule, hop, identifier }: Label): string =>
  [severity, rule, hop, identifier].filter((part) => part !== '').join(' ')

/**
 * Judges chains and compares. Advice (`info`) is left out, but for the page that tidies its own address: it never changes
 * a verdict, and the labels are about verdicts.
 */
export function scoreChains(chains: readonly Chain[]): { scores: Score[]; faults: Fault[] } {
  const scores = new Map<string, Score>()
  const faults: Fault[] = []
  const count = (rule: string, what: 'right' | 'wrong' | 'missed') => {
    const score = scores.get(rule) ?? { rule, right: 0, wrong: 0, missed: 0 }
    score[what]++
    scores.set(rule, score)
  }
  for (const { name, path, labels, outcomes, trails, verdict } of chains) {
    const add = (fault: string) => faults.push({ chain: name, fault })
    const judged = judge(path)
    const said = judged.findings
      .filter(({ severity, rule }) => severity !== 'info' || rule === 'id-stripped')
      .map(({ severity, rule, hop, identifier = '' }) => ({ severity, rule, hop, identifier }))
    const open = labels.map(words)
    for (const finding of said) {
      const at = open.indexOf(words(finding))
      if (at >= 0) open.splice(at, 1)
      else add(`said wrongly: ${words(finding)}`)
      count(finding.rule, at >= 0 ? 'right' : 'wrong')
    }
    for (const missed of open) {
      add(`missed: ${missed}`)
      count(missed.split(' ')[1] ?? '', 'missed')
    }
    if (judged.verdict !== verdict) add(`verdict ${judged.verdict} for ${verdict}`)
    for (const wanted of outcomes) {
      const found = judged.identifiers.find((identifier) => identifier.name === wanted.name)?.outcome
      if (found !== wanted.outcome) add(`${wanted.name} ${found} for ${wanted.outcome}`)
    }
    for (const wanted of trails) {
      const found = judged.identifiers.find((identifier) => identifier.name === wanted.name)
      const states = found === undefined ? 'no trail' : trailOf(found)
      if (states !== wanted.states) add(`${wanted.name}: ${states} for ${wanted.states}`)
    }
  }
  return { scores: [...scores.values()].sort((a, b) => a.rule.localeCompare(b.rule)), faults }
}

/** Of what was said, the share that is so; 1 where nothing was said. */
export const precision = ({ right, wrong }: Score): number => (right + wrong === 0 ? 1 : right / (right + wrong))

/** Of what is so, the share that was said; 1 where there was nothing to say. */
export const recall = ({ right, missed }: Score): number => (right + missed === 0 ? 1 : right / (right + missed))

const trailOf = ({ trail }: Identifier): string =>
  trail
    .map(({ state, name, where }) => {
      if (state === 'renamed') return `${state}:${name}`
      return state === 'moved' || (state === 'appeared' && where !== 'query') ? `${state}@${where}` : state
    })
    .join(' ')
