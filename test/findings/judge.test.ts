import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judge } from '../../lib/findings/judge.ts'
import { verdictSentence } from '../../lib/findings/verdict-sentence.ts'
import { CAUSES, ClickPath, type Hop } from '../../lib/model/click-path.ts'
import { cpuTime } from '../cpu-time.ts'
import { browserRewrite, FBCLID, history, link, path, redirect, setting } from '../identifiers/story.ts'

const at = (host: string, rest = ''): string => `https://${host}.example/${rest}`
const AD = at('ads', `?fbclid=${FBCLID}`)

describe('the verdict', () => {
  it('fails on an error, warns on a warning, and is moved by no advice', () => {
    expect(judge(path(AD, redirect(302, at('lp')))).verdict).toBe('fail')
    expect(judge(path(AD, browserRewrite(at('ads')))).verdict).toBe('warn')
    expect(judge(path(AD, history(at('ads')))).verdict).toBe('pass')
    expect(judge(path(AD)).verdict).toBe('pass')
  })

  it('sorts findings by severity, then by hop', () => {
    const story = path(
      'https://ads.example/?a=1&amp;b=2',
      redirect(302, at('trk', `?fbclid=${FBCLID}&s1={sub}`)),
      redirect(302, at('lp')),
      link(at('offer', '?clickid={clickid}')),
    )
    expect(judge(story).findings.map(({ severity, hop, rule }) => `${severity} ${hop} ${rule}`)).toEqual([
      'error 1 macro-not-replaced',
      'error 1 id-stripped',
      'error 3 macro-not-replaced',
      'warning 0 malformed-query',
    ])
  })

  it('keeps what was recorded, and the funnel name', () => {
    const story = { ...path(AD), name: 'brand ad' }
    expect(judge(story)).toMatchObject({ id: story.id, name: 'brand ad', startedAt: story.startedAt, hops: story.hops })
  })

  it('is nothing to worry about for a path without hops', () =>
    expect(judge({ id: 'x', startedAt: '', hops: [] })).toMatchObject({
      identifiers: [],
      findings: [],
      verdict: 'pass',
    }))
})

describe('whatever the web sends', () => {
  const name = fc.constantFrom('fbclid', 'clickid', 's1', 'sub1', 'utm_source', 'url', 'x', '', 'amp;gclid', '{cid}')
  const value = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom(
      FBCLID,
      FBCLID.slice(0, 20),
      btoa(FBCLID),
      '{clickid}',
      '%',
      '%E4',
      '%25%37',
      '\ud800',
      encodeURIComponent(AD),
    ),
  )
  const url = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc
      .array(fc.tuple(name, fc.constantFrom('=', '', '?', '&', ';'), value), { maxLength: 6 })
      .map((pairs) =>
        at('h', `p/${pairs.length}?${pairs.map((pair) => pair.join('')).join('&')}#${pairs[0]?.join('') ?? ''}`),
      ),
  )
  const hop: fc.Arbitrary<Hop> = fc.record(
    {
      index: fc.nat(3),
      url,
      cause: fc.constantFrom(...CAUSES),
      tabId: fc.nat(2),
      method: fc.constantFrom('GET', 'POST', ''),
      status: fc.option(fc.integer({ min: -1, max: 999 })),
      error: fc.option(fc.string()),
      fromCache: fc.boolean(),
      startedAt: fc.double(),
      durationMs: fc.constant(null),
      element: fc.string(),
      body: url,
      setCookies: fc.array(fc.record({ name, value, domain: fc.string() }), { maxLength: 2 }),
    },
    {
      requiredKeys: [
        'index',
        'url',
        'cause',
        'tabId',
        'method',
        'status',
        'error',
        'fromCache',
        'startedAt',
        'durationMs',
      ],
    },
  )

  it('never throws, names existing hops only, and gives every identifier a step a hop', () =>
    fc.assert(
      fc.property(fc.array(hop, { maxLength: 8 }), (hops) => {
        const judged = judge({ id: 'x', startedAt: '', hops })
        expect(verdictSentence(judged)).not.toBe('')
        for (const finding of judged.findings) expect(hops[finding.hop]).toBeDefined()
        for (const { trail } of judged.identifiers) {
          const start = trail[0]?.hop ?? -1
          expect(trail.map((step) => step.hop)).toEqual(hops.map((_, index) => index).slice(start))
          expect(trail[0]?.state).toBe('appeared')
        }
      }),
      { numRuns: 400 },
    ))

  it('gives what the model allows', () => {
    const judged = judge(path(`${AD}&s1={x}&&=1?a`, redirect(302, at('b', '?sub2=x'))))
    expect(ClickPath.parse(judged)).toEqual(judged)
  })
})

describe('the cost', () => {
  it('of a thousand changes of address is that of reading them', () => {
    const leads = Array.from({ length: 1000 }, (_, page) => history(at('app', `page/${page}?q=${page}`)))
    const long = path(at('app', `?fbclid=${FBCLID}&s1=abcd1234&clickid=9f8e7d6c`), ...leads)
    expect(cpuTime(() => judge(long))).toBeLessThan(2000)
    expect(judge(long).identifiers[0]?.trail).toHaveLength(1001)
  })

  it('of a thousand cookies is that of looking at each once', () => {
    const ids = Array.from({ length: 12 }, (_, nth) => `sub${nth + 1}=id${nth}-x77`).join('&')
    const pages = Array.from({ length: 1000 }, (_, page) =>
      setting(link(at('shop', `${page}`)), { name: `seen${page}`, value: `page-${page}-of-1000` }),
    )
    const long = path(at('shop', `?${ids}`), ...pages)
    expect(cpuTime(() => judge(long))).toBeLessThan(4000)
    expect(judge(long).identifiers).toHaveLength(12)
  })

  it('of a hostile URL is bounded', () => {
    const hostile = (seed: number) =>
      at('a', `?${Array.from({ length: 5000 }, (_, n) => `s${n % 9}=v${seed}x${n * 7919}`).join('&')}`)
    const three = path(hostile(1), redirect(302, hostile(2)), redirect(302, hostile(3)))
    expect(cpuTime(() => judge(three))).toBeLessThan(3000)
  })
})
