import { describe, expect, it } from 'vitest'
import { labelledSet } from './labelled-set.ts'
import { precision, recall, scoreChains } from './score.ts'

const set = labelledSet()
const { scores, faults } = scoreChains(set)

describe('the verdict on the labelled chains', () => {
  it('is tried on damage and on harmless ways alike', () => {
    const harmless = set.filter(({ labels }) => labels.length === 0).length
    expect(set.length).toBeGreaterThanOrEqual(400)
    expect(harmless / set.length).toBeGreaterThan(0.3)
    expect(new Set(set.map(({ name }) => name)).size).toBe(set.length)
  })

  it('is as labelled, each rule, hop, identifier, severity, outcome and trail', () => expect(faults).toEqual([]))

  it.each(scores)('$rule: nothing missed, and no false alarm in a hundred', (score) => {
    expect(recall(score)).toBe(1)
    expect(precision(score)).toBeGreaterThanOrEqual(0.99)
  })
})
