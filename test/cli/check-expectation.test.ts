import { describe, expect, it } from 'vitest'
import { checkExpectation } from '../../cli/funnels/check-expectation.ts'
import type { Expectation } from '../../lib/model/funnel.ts'
import { clickPath, identifier } from './click-path.ts'

const lines = (...args: Parameters<typeof checkExpectation>) => checkExpectation(...args).map(({ line }) => line)

describe('what a funnel expects', () => {
  const path = clickPath({
    urls: ['https://trk.example/c?fbclid=abc12345', 'https://offer.example:8443/?fbclid=abc12345'],
    identifiers: [identifier('fbclid', 'delivered')],
  })

  it('holds where everything is so', () => {
    const expectation: Expectation = { delivered: ['fbclid'], finalHost: 'offer.example', maxHops: 2, verdict: 'pass' }
    expect(checkExpectation(expectation, path)).toEqual([])
  })

  it('may name the final host with its port', () => {
    expect(lines({ finalHost: 'Offer.Example:8443' }, path)).toEqual([])
  })

  it('fails line by line', () => {
    const expectation: Expectation = {
      delivered: ['fbclid', 'gclid'],
      finalHost: 'lp.example',
      maxHops: 1,
      verdict: 'fail',
    }
    expect(lines(expectation, path)).toEqual([
      'expect.delivered[1]',
      'expect.finalHost',
      'expect.maxHops',
      'expect.verdict',
    ])
  })

  it('looks for the host at the last document, not at an address that the page gave itself', () => {
    const moved = clickPath({ urls: ['https://a.example/', 'https://b.example/'], causes: ['typed', 'history'] })
    expect(lines({ finalHost: 'a.example' }, moved)).toEqual([])
  })
})

describe('an identifier that is expected to be delivered', () => {
  const delivered = (...identifiers: ReturnType<typeof identifier>[]) =>
    lines({ delivered: ['clickid'] }, clickPath({ urls: ['https://a.example/'], identifiers }))

  it('may have been handed over by one of the same name', () => {
    expect(delivered(identifier('clickid', 'handed-over'), identifier('clickid', 'delivered'))).toEqual([])
  })

  it('must not have been lost, though another of the same name arrives', () => {
    expect(delivered(identifier('clickid', 'lost'), identifier('clickid', 'delivered'))).toHaveLength(1)
  })

  it('says after which hop it was lost', () => {
    const lost = identifier('clickid', 'lost', [
      { hop: 0, state: 'appeared' },
      { hop: 1, state: 'stripped' },
    ])
    const path = clickPath({ urls: ['https://a.example/', 'https://b.example/'], identifiers: [lost] })
    expect(checkExpectation({ delivered: ['clickid'] }, path)[0]?.message).toBe(
      'expected clickid to be delivered, and it is lost after hop 1',
    )
  })

  it.each(['lost', 'altered', 'handed-over'] as const)('is not delivered when it is %s', (outcome) => {
    expect(delivered(identifier('clickid', outcome))).toHaveLength(1)
  })
})
