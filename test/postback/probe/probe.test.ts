import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cause, Hop } from '../../../lib/model/click-path.ts'
import { makeProbe } from '../../../lib/postback/probe/make-probe.ts'
import { probeReport } from '../../../lib/postback/probe/probe-report.ts'

const SALT = 'aB3x'

describe('a probe link', () => {
  test('holds a value of its own for each macro and each ID, and what else is in the link as it was', () => {
    const probe = makeProbe(
      'https://trk.test/go?clickid={clickid}&sub1=__CID__&gclid=Cj0K&utm_source=news%20x&lang=en&pub=',
      SALT,
    )
    expect(probe.url).toBe(
      'https://trk.test/go?clickid=MYTESTclickidaB3x&sub1=MYTESTsub1aB3x&gclid=MYTESTgclidaB3x&utm_source=news%20x&lang=en&pub=',
    )
    expect(probe.values.map(({ name, replaces }) => [name, replaces])).toEqual([
      ['clickid', 'macro'],
      ['sub1', 'macro'],
      ['gclid', 'id'],
    ])
  })

  test.each([
    ['in the path', 'https://trk.test/c/{campaignid}/x', 'https://trk.test/c/MYTESTcampaignidaB3x/x'],
    ['in the fragment', 'https://trk.test/?a=1#{click_id}', 'https://trk.test/?a=1#MYTESTclickidaB3x'],
    [
      'in the path before parameters',
      'https://trk.test/{{ad.id}}?sub1={x}',
      'https://trk.test/MYTESTadidaB3x?sub1=MYTESTsub1aB3x',
    ],
    ['encoded', 'https://trk.test/?cid=%7Bclickid%7D', 'https://trk.test/?cid=MYTESTcidaB3x'],
    ['for an empty slot', 'https://trk.test/?sub1=&sub2', 'https://trk.test/?sub1=MYTESTsub1aB3x&sub2=MYTESTsub2aB3x'],
  ])('replaces a macro %s', (_, link, expected) => {
    expect(makeProbe(link, SALT).url).toBe(expected)
  })

  test('leaves a later hop’s template alone', () => {
    const link = 'https://trk.test/?clickid={clickid}&url=https%3A%2F%2Fnext.test%2F%3Fs%3D%7Bclickid%7D'
    expect(makeProbe(link, SALT).url).toContain('url=https%3A%2F%2Fnext.test%2F%3Fs%3D%7Bclickid%7D')
  })

  test('gives money a price, which nobody can trace', () => {
    expect(makeProbe('https://trk.test/?cost={cost}', SALT)).toMatchObject({
      url: 'https://trk.test/?cost=0.01',
      values: [{ traced: false }],
    })
  })

  test('never gives two parameters one value', () => {
    const { values } = makeProbe('https://trk.test/?sub_1={a}&sub1={b}&SUB1={c}', SALT)
    expect(new Set(values.map(({ value }) => value)).size).toBe(3)
  })

  test('of any text is made without throwing, and holds every value it tells of', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl({ withQueryParameters: true, withFragments: true })), (link) => {
        const { url, values } = makeProbe(link, SALT)
        for (const { value } of values) expect(url).toContain(value)
      }),
    )
  })
})

describe('the report', () => {
  const hop = (url: string, cause: Cause = 'http-redirect'): Hop => ({
    index: 0,
    url,
    cause,
    tabId: 1,
    method: 'GET',
    status: 200,
    error: null,
    fromCache: false,
    startedAt: 0,
    durationMs: null,
  })
  const { url, values } = makeProbe('https://trk.test/go?clickid={clickid}&sub1={s}&cost={cost}', SALT)
  const report = (...rest: Hop[]) =>
    Object.fromEntries(probeReport(values, [hop(url, 'typed'), ...rest]).map((result) => [result.name, result]))

  test('says under which name and where a value arrived', () => {
    expect(report(hop('https://lp.test/MYTESTsub1aB3x?aff_sub=MYTESTclickidaB3x'))).toMatchObject({
      clickid: {
        outcome: 'arrived',
        landed: [{ hop: 1, name: 'aff_sub', where: 'query', value: 'MYTESTclickidaB3x' }],
      },
      sub1: { outcome: 'arrived', landed: [{ hop: 1, name: '', where: 'path' }] },
      cost: { outcome: 'not-traced' },
    })
  })

  test('says which hop was the last to have a value that is lost', () => {
    expect(report(hop('https://mid.test/?c=MYTESTclickidaB3x'), hop('https://lp.test/'))).toMatchObject({
      clickid: { outcome: 'lost', last: { hop: 1, name: 'c' } },
      sub1: { outcome: 'lost', last: { hop: 0, name: 'sub1' } },
    })
  })

  test('takes no value that is lost for its neighbour, which differs in a letter and arrived', () => {
    const two = makeProbe('https://trk.test/go?sub1={a}&sub2={b}', SALT)
    const end = hop('https://lp.test/?s=MYTESTsub2aB3x')
    expect(probeReport(two.values, [hop(two.url, 'typed'), end]).map(({ outcome }) => outcome)).toEqual([
      'lost',
      'arrived',
    ])
  })

  test('names a few of the places where a page repeats a value a thousand times', () => {
    const many = Array.from({ length: 1000 }, (_, n) => `p${n}=MYTESTclickidaB3x`).join('&')
    expect(report(hop(`https://lp.test/?${many}`)).clickid?.landed).toHaveLength(5)
  })

  test.each([
    ['mytestclickidab3x', 'case-changed'],
    ['MYTESTclick', 'truncated'],
  ])('says how a value was changed: %s', (value, change) => {
    expect(report(hop(`https://lp.test/?c=${value}`)).clickid).toMatchObject({
      outcome: 'changed',
      change,
      landed: [{ hop: 1, name: 'c', value }],
      last: { hop: 0 },
    })
  })

  test('does not mind a page that tidies its address', () => {
    expect(
      report(hop('https://lp.test/?c=MYTESTclickidaB3x'), hop('https://lp.test/', 'history')).clickid?.outcome,
    ).toBe('arrived')
  })

  test('of a probe that was never walked has seen nothing', () => {
    expect(probeReport(values, [hop('https://else.test/')])[0]?.outcome).toBe('never-seen')
    expect(probeReport(values, [])[0]?.outcome).toBe('never-seen')
  })
})
