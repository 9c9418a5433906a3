import { describe, expect, test } from 'vitest'
import type { ProbeWalk } from '../../lib/model/probe-walk.ts'
import { makeProbe } from '../../lib/postback/probe/make-probe.ts'
import { probeReport } from '../../lib/postback/probe/probe-report.ts'
import { probeSentence, probeWords, walkWords } from '../../lib/ui/probe-words.ts'
import { click } from './gallery/click.ts'

const { url, values } = makeProbe('https://trk.example/?clickid={a}&s1={b}&s2={c}&cost={d}', 'aB3x')

function walk(rest: Partial<ProbeWalk> = {}, status = 200): ProbeWalk {
  const { hops } = click(url, 'https://net.example/?c=MYTESTclickidaB3x&s=MYTESTs1aB3x', {
    url: 'https://lp.example/?c=MYTESTclickidaB3x&t=MYTESTs2',
    status,
  })
  return { id: '1', openedAt: '2026-11-21T09:05:12.000Z', hops, live: false, closed: false, ...rest }
}

const told = (walked: ProbeWalk) => probeReport(values, walked.hops).map((result) => probeWords(result, walked).word)

describe('of a walked test link is said', () => {
  test('of each value what became of it, and after which hop it was lost', () => {
    expect(told(walk())).toEqual(['arrived', 'lost after hop 2', 'cut short', 'not traced'])
  })

  test('that nothing has arrived yet while the click is under way', () => {
    expect(told(walk({ live: true }))[0]).toBe('there so far')
  })

  test('that nothing was delivered where no page came', () => {
    expect(told(walk({}, 404))[0]).toBe('undelivered')
  })
})

describe('the report in a sentence', () => {
  const sentence = (walked: ProbeWalk) => probeSentence(probeReport(values, walked.hops), walked)

  test('counts what could be traced', () => {
    expect(sentence(walk())).toBe('1 of 3 values arrived at lp.example')
  })

  test('says how far the click has come', () => {
    expect(sentence(walk({ live: true }))).toBe('Walking … 3 hops so far, lp.example')
  })

  test('never calls a value arrived where the page failed', () => {
    expect(sentence(walk({}, 404))).toBe('No page came at lp.example (404): 1 of 3 values got that far')
  })
})

test('a walk is told from others by its time, its length and its end', () => {
  expect(walkWords(walk())).toMatch(/^\d\d:05:12, 3 hops to lp\.example$/)
})
