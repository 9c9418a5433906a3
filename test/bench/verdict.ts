import { labelledSet } from '../labelled/labelled-set.ts'
import { precision, recall, scoreChains } from '../labelled/score.ts'
import type { Bench, Figure } from './bench.ts'

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

/** How right the verdict is on chains whose labels were written by the evidence format, not by what the code says. */
export const verdict: Bench = {
  name: 'verdict',
  title: 'precision and recall a rule, on the labelled chains',
  async run(say) {
    const set = labelledSet()
    const { scores, faults } = scoreChains(set)
    const harmless = set.filter(({ labels }) => labels.length === 0).length
    say(`${set.length} chains, ${harmless} of them harmless`)
    for (const { chain, fault } of faults) say(`${chain}: ${fault}`)
    const figures = scores.flatMap((score): Figure[] => {
      const { rule, right, wrong, missed } = score
      return [
        { name: `${rule}: precision`, value: precision(score), unit: '', note: `${right} right, ${wrong} wrong` },
        { name: `${rule}: recall`, value: recall(score), unit: '', note: `${missed} missed` },
      ]
    })
    const wrong = sum(scores.map((score) => score.wrong))
    const said = wrong + sum(scores.map((score) => score.right))
    return [
      ...figures,
      { name: 'said wrongly', value: (100 * wrong) / said, unit: '%', limit: 1 },
      { name: 'missed', value: sum(scores.map(({ missed }) => missed)), unit: 'findings', limit: 0 },
      { name: 'verdicts and outcomes otherwise than labelled', value: faults.length, unit: '', limit: 0 },
    ]
  },
}
