import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkLive, checkPaste, checkTemplate } from '../../../lib/postback/check.ts'
import { mended, type Problem } from '../../../lib/postback/checks/problem.ts'
import { tokensOf } from '../../../lib/postback/macro-tokens/macro-tokens.ts'
import { presetOf } from '../../../lib/postback/presets/presets.ts'
import { cpuTime } from '../../cpu-time.ts'
import { identifier, template } from '../build.ts'

const CLICK = [identifier('clickid', 'Ab3dEf9hIj2k')]
const VALUES = { payout: '12.50', status: 'sale', txid: 'T1' }
type About = Partial<Parameters<typeof checkTemplate>[0]>

/** Problems of a template for a click that is sound. */
function problemsOf(url: string, about: About = {}): Problem[] {
  return checkTemplate({ template: template(url, { values: VALUES }), identifiers: CLICK, ...about })
}

const found = (problems: readonly Problem[], id: string) => problems.find((problem) => problem.id === id)
const marked = (url: string, { place }: Problem) => (place ? url.slice(place.start, place.end) : null)

const PB = 'https://trk.test/pb'
const PATH = {
  startedAt: '2026-11-20T09:00:00.000Z',
  hops: ['https://ad.test/?x=1', 'https://go.tracker-one.com/c?clickid=Ab3dEf9hIj2k'].map((url, index) => ({
    index,
    url,
    cause: 'link' as const,
    tabId: 1,
    method: 'GET',
    status: 200,
    error: null,
    fromCache: false,
    startedAt: 0,
    durationMs: null,
  })),
}

test('a click ID that nothing fills is told once: the template has one', () => {
  const told = checkTemplate({ template: template(`${PB}?cid={fbclid}`), identifiers: [] }).map(({ id }) => id)
  expect(told).toContain('unfilled-macro')
  expect(told).not.toContain('no-click-id')
})

describe('a problem is marked where it stands, and mended with one click:', () => {
  test.each<[id: string, url: string, mark: string | null, after: string]>([
    ['not-a-url', 'trk.test/pb?cid={clickid}', 'trk.test/pb?cid={clickid}', 'https://trk.test/pb?cid={clickid}'],
    ['not-a-url', '//trk.test/pb?cid={clickid}', '//trk.test/pb?cid={clickid}', 'https://trk.test/pb?cid={clickid}'],
    ['http', 'http://trk.test/pb?cid={clickid}', 'http://', 'https://trk.test/pb?cid={clickid}'],
    ['credentials-in-url', 'https://me:pw@trk.test/pb?cid={clickid}', 'me:pw@', `${PB}?cid={clickid}`],
    ['space', `${PB}?cid={clickid}&n=a b`, ' ', `${PB}?cid={clickid}&n=a%20b`],
    ['space', `${PB}?cid={clickid}\n  &n=a`, '\n  ', `${PB}?cid={clickid}&n=a`],
    ['outer-space', `${PB}?cid={clickid} `, ' ', `${PB}?cid={clickid}`],
    ['second-question-mark', `${PB}?cid={clickid}?n=1`, '?', `${PB}?cid={clickid}&n=1`],
    ['second-question-mark', `${PB}?cid={clickid}&q=why?`, '?', `${PB}?cid={clickid}&q=why%3F`],
    ['extra-ampersand', `${PB}?cid={clickid}&&n=1&`, '&&', `${PB}?cid={clickid}&n=1`],
    ['extra-ampersand', `${PB}?&cid={clickid}`, '&', `${PB}?cid={clickid}`],
    ['html-ampersand', `${PB}?cid={clickid}&amp;n=1`, '&amp;', `${PB}?cid={clickid}&n=1`],
    ['fragment', `${PB}?cid={clickid}#n`, '#n', `${PB}?cid={clickid}%23n`],
    ['unencoded-value', `${PB}?cid={clickid}&n=é`, 'é', `${PB}?cid={clickid}&n=%C3%A9`],
    [
      'unencoded-value',
      `${PB}?cid={clickid}&u=https://x.test/`,
      'https://x.test/',
      `${PB}?cid={clickid}&u=https%3A%2F%2Fx.test%2F`,
    ],
    ['unencoded-value', `${PB}?cid={clickid}&n=5%`, '5%', `${PB}?cid={clickid}&n=5%25`],
    ['double-encoded', `${PB}?cid={clickid}&n=a%2520b`, 'a%2520b', `${PB}?cid={clickid}&n=a%20b`],
    ['duplicate-parameter', `${PB}?cid={clickid}&n=1&n=2`, 'n=2', `${PB}?cid={clickid}&n=1`],
    ['empty-value', `${PB}?n=&cid={clickid}`, 'n=', `${PB}?cid={clickid}`],
    ['misspelt-macro', `${PB}?cid={clickid}&p={payuot}`, '{payuot}', `${PB}?cid={clickid}&p={payout}`],
    ['foreign-macro', `${PB}?cid=[click_id]`, '[click_id]', `${PB}?cid={click_id}`],
    ['foreign-macro', `${PB}?cid=__CLICKID__&x=__CLICKID__`, '__CLICKID__', `${PB}?cid={CLICKID}&x={CLICKID}`],
    ['foreign-macro', `${PB}?cid=%7Bclickid%7D`, '%7Bclickid%7D', `${PB}?cid={clickid}`],
    ['foreign-macro', `${PB}?cid=%257Bclickid%257D`, '%257Bclickid%257D', `${PB}?cid={clickid}`],
    ['placeholder', `${PB}?cid=REPLACE`, 'REPLACE', `${PB}?cid={clickid}`],
    ['placeholder', `${PB}?cid={clickid}&payout=OPTIONAL`, 'OPTIONAL', `${PB}?cid={clickid}&payout={payout}`],
    ['other-click', `${PB}?cid=zzz999zzz999`, 'zzz999zzz999', `${PB}?cid={clickid}`],
    ['click-id-damaged', `${PB}?cid=ab3def9hij2k`, 'ab3def9hij2k', `${PB}?cid={clickid}`],
    ['payout-comma', `${PB}?cid={clickid}&payout=1,50`, '1,50', `${PB}?cid={clickid}&payout=1.50`],
    ['payout-comma', `${PB}?cid={clickid}&payout=1.234,50`, '1.234,50', `${PB}?cid={clickid}&payout=1234.50`],
    ['payout-with-unit', `${PB}?cid={clickid}&payout=12.5USD`, '12.5USD', `${PB}?cid={clickid}&payout=12.5`],
    ['payout-with-unit', `${PB}?cid={clickid}&payout=%2412`, '%2412', `${PB}?cid={clickid}&payout=12`],
    ['payout-no-number', `${PB}?cid={clickid}&payout=free`, 'free', `${PB}?cid={clickid}&payout=0`],
    ['payout-in-cents', `${PB}?cid={clickid}&payout=1250`, '1250', `${PB}?cid={clickid}&payout=12.50`],
    ['negative-payout', `${PB}?cid={clickid}&payout=-3`, '-3', `${PB}?cid={clickid}&payout=3`],
    ['secret-in-clear', `${PB}?cid={clickid}&token=abc123`, 'abc123', `${PB}?cid={clickid}&token={token}`],
  ])('%s in %s', (id, url, mark, after) => {
    const problem = found(problemsOf(url), id)
    expect(problem && marked(url, problem)).toBe(mark)
    expect(problem?.mend?.url).toBe(after)
    expect(found(problemsOf(after), id)).toBeUndefined()
  })
})

describe('what is sound has nothing to be said of it', () => {
  test.each([
    `${PB}?cid={clickid}&payout={payout}&status={status}`,
    `${PB}?cid={clickid}&n=a%20b&u=https%3A%2F%2Fx.test%2F%3Fa%3D%252F`,
    `${PB}?cid={clickid}&data[a]=1&data[b]=2&x[]=1&x[]=2`,
    'http://localhost:8080/pb?cid={clickid}',
    `${PB}/{clickid}/sale`,
    `${PB}?cid={clickid}&payout=0&currency=EUR`,
  ])('%s', (url) => {
    expect(problemsOf(url)).toEqual([])
  })
})

test('a secret in clear is moved out of the template', () => {
  const before = template(`${PB}?cid={clickid}&token=a%2Bb`)
  const problem = found(problemsOf(before.url), 'secret-in-clear')
  expect(problem?.mend && mended({ ...before, secrets: {} }, problem.mend)).toMatchObject({
    url: `${PB}?cid={clickid}&token={token}`,
    secrets: { token: 'a+b' },
  })
})

describe('for a receiver that is known', () => {
  const check = (preset: string, url: string, about: About = {}) =>
    problemsOf(url, { preset: presetOf(preset), ...about })

  test.each<[id: string, preset: string, url: string, after: string]>([
    ['missing-parameter', 'everflow', `${PB}?transaction_id={clickid}`, `${PB}?transaction_id={clickid}&nid={nid}`],
    ['missing-parameter', 'taboola', `${PB}?click-id={clickid}`, `${PB}?click-id={clickid}&name={event}`],
    ['blank-parameter', 'taboola', `${PB}?click-id={clickid}&name=`, `${PB}?click-id={clickid}&name={event}`],
    ['misspelt-parameter', 'taboola', `${PB}?click_id={clickid}&name=sale`, `${PB}?click-id={clickid}&name=sale`],
    ['misspelt-parameter', 'redtrack', `${PB}?clikcid={clickid}`, `${PB}?clickid={clickid}`],
    [
      'unknown-value',
      'scaleo',
      `${PB}?click_id={clickid}&token={t}&conv_status=aproved`,
      `${PB}?click_id={clickid}&token={t}&conv_status=approved`,
    ],
    ['unusual-value', 'keitaro', `${PB}?subid={clickid}&status=Sale`, `${PB}?subid={clickid}&status=sale`],
    ['no-status', 'keitaro', `${PB}?subid={clickid}`, `${PB}?subid={clickid}&status={status}`],
    [
      'auth-missing',
      'trackier',
      `${PB}?click_id={clickid}`,
      `${PB}?click_id={clickid}&security_token={security_token}`,
    ],
    ['no-currency', 'voluum', `${PB}?cid={clickid}&payout=1`, `${PB}?cid={clickid}&payout=1&currency={currency}`],
  ])('%s: %s %s', (id, preset, url, after) => {
    const problem = found(check(preset, url), id)
    expect(problem?.mend?.url).toBe(after)
    expect(found(check(preset, after), id)).toBeUndefined()
  })

  test('a token that is only asked for where it is switched on is a note', () => {
    expect(found(check('tune', `${PB}?transaction_id={clickid}`), 'auth-missing')?.severity).toBe('info')
  })

  test('what it requires may stand in the body', () => {
    const body = [{ name: 'name', value: 'sale' }]
    expect(found(check('taboola', `${PB}?click-id={clickid}`, { body }), 'missing-parameter')).toBeUndefined()
  })

  test('its click ID may have a second name', () => {
    expect(found(check('affise', `${PB}?click_id={clickid}`), 'missing-parameter')).toBeUndefined()
  })

  test('a currency must be three letters', () => {
    expect(found(check('voluum', `${PB}?cid={clickid}&payout=1&currency=euro`), 'no-currency-code')).toBeDefined()
  })
})

describe('the click', () => {
  const inSlot = (name: string) => [
    identifier('cid', 'Ab3dEf9hIj2k', {
      trail: [
        { hop: 0, state: 'appeared', name: 'cid', where: 'query', value: 'Ab3dEf9hIj2k' },
        { hop: 1, state: 'renamed', name, where: 'query', value: 'Ab3dEf9hIj2k' },
      ],
    }),
  ]

  test.each([
    ['aff_sub', 'aff_sub2'],
    ['var1', 'var2'],
  ])('that went out in %s is told once where it is taken back from %s, which nothing fills', (sent, asked) => {
    const about = { template: template(`${PB}?cid={${asked}}`), identifiers: inSlot(sent) }
    expect(checkTemplate(about).map(({ id }) => id)).toEqual(['other-slot'])
  })

  test('that is reported from its own slot leaves the other slots to what they are for', () => {
    const identifiers = [...inSlot('sub1'), identifier('sub2', 'banner-7', { kind: 'sub-id' })]
    const told = checkTemplate({ template: template(`${PB}?cid={sub1}&creative={sub2}`), identifiers })
    expect(told).toEqual([])
  })

  test('that went out in sub1 is not to be taken back from sub2', () => {
    const url = `${PB}?cid={sub2}`
    const problem = found(problemsOf(url, { identifiers: inSlot('sub1') }), 'other-slot')
    expect(problem).toMatchObject({
      severity: 'error',
      title: 'The click ID went out in sub1, and comes back from sub2',
    })
    expect(problem?.mend?.url).toBe(`${PB}?cid={sub1}`)
  })

  test.each([
    ['from the same slot', '{sub1}', 'sub1'],
    ['from a slot of another kind', '{s2}', 'sub1'],
  ])('is taken back %s', (_, macro, slot) => {
    expect(found(problemsOf(`${PB}?cid=${macro}`, { identifiers: inSlot(slot) }), 'other-slot')).toBeUndefined()
  })

  test('that is older than it counts is told by the path’s age', () => {
    const about = { path: PATH, lifespanDays: 7, now: Date.parse('2026-12-01T09:00:00.000Z') }
    expect(found(problemsOf(`${PB}?cid={clickid}`, about), 'click-too-old')?.title).toBe(
      'The click is 11 days old, and counts for 7',
    )
    expect(found(problemsOf(`${PB}?cid={clickid}`, { ...about, lifespanDays: 30 }), 'click-too-old')).toBeUndefined()
  })

  test('that carries its own time is told by that', () => {
    const awc = `1001_${Date.parse('2026-09-01T00:00:00.000Z') / 1000}_${'0af3'.repeat(8)}`
    const url = `https://trk.test/pb?awc=${awc}`
    const problem = found(
      checkLive(url, { identifiers: [], lifespanDays: 30, now: Date.parse('2026-11-20') }),
      'click-too-old',
    )
    expect(problem && marked(url, problem)).toBe(awc)
  })
})

describe('a host', () => {
  const near = (url: string, about: About = {}) => found(problemsOf(url, { path: PATH, ...about }), 'near-host')

  test('one letter away from one of the path is a typing mistake', () => {
    const url = 'https://go.tracker-onne.com/pb?cid={clickid}'
    const problem = near(url)
    expect(problem && marked(url, problem)).toBe('go.tracker-onne.com')
    expect(problem?.mend?.url).toBe('https://go.tracker-one.com/pb?cid={clickid}')
  })

  test('with another subdomain of a site one letter away is one, too', () => {
    expect(near('https://pb.tracker-onr.com/pb?cid={clickid}')?.mend?.url).toBe(
      'https://pb.tracker-one.com/pb?cid={clickid}',
    )
  })

  test('one letter away from the preset’s', () => {
    expect(near('https://trc.tabola.com/x?click-id={clickid}', { preset: presetOf('taboola') })).toBeDefined()
  })

  test.each(['https://go.tracker-one.com/', 'https://pb.tracker-one.com/', 'https://else.test/', 'https://{host}/'])(
    '%s is none',
    (url) => {
      expect(near(`${url}?cid={clickid}`)).toBeUndefined()
    },
  )

  test('with another number is another server', () => {
    const hops = PATH.hops.map((hop) => ({ ...hop, url: 'https://track1.example.com/' }))
    expect(
      found(problemsOf('https://track2.sample.com/?cid={clickid}', { path: { ...PATH, hops } }), 'near-host'),
    ).toBeUndefined()
  })
})

describe('a live callback', () => {
  const live = (url: string, about = {}) => checkLive(url, { identifiers: CLICK, ...about })

  test('with the click’s own ID is sound', () => {
    expect(live(`${PB}?cid=Ab3dEf9hIj2k&payout=3`)).toEqual([])
  })

  test.each(['{clickid}', '[clickid]', '%7Bclickid%7D', '#reqid#', '{{click_id}}'])(
    'with %s left in it was not filled by its sender',
    (macro) => {
      const problem = found(live(`${PB}?cid=${macro}`), 'literal-macro')
      expect(problem).toMatchObject({ severity: 'error', macro })
      expect(problem?.mend?.url).toBe(`${PB}?cid=Ab3dEf9hIj2k`)
    },
  )

  test('with a damaged ID says how it was damaged', () => {
    expect(found(live(`${PB}?cid=Ab3dEf9h`), 'click-id-damaged')?.title).toContain('cut short')
  })

  test('with undefined for a value only keeps its place', () => {
    expect(found(live(`${PB}?cid=undefined`), 'placeholder')).toBeDefined()
  })
})

describe('a URL to be pasted at a platform', () => {
  const paste = (sender: string, url: string) => checkPaste(url, { identifiers: [], sender: tokensOf(sender) })

  test.each([
    ['everflow', '[transaction_id]', 'wrong-brackets', '{transaction_id}'],
    ['tiktok', '_CLICKID_', 'wrong-brackets', '__CLICKID__'],
    ['meta', '{ad.id}', 'wrong-brackets', '{{ad.id}}'],
    ['taboola', '{clik_id}', 'misspelt-macro', '{click_id}'],
    ['cake', '{reqid}', 'wrong-brackets', '#reqid#'],
    ['propellerads', '{subid}', 'wrong-brackets', `$${'{SUBID}'}`],
    ['affise', '{sub31x}', 'misspelt-macro', '{sub1}'],
  ])('%s: %s', (sender, macro, id, token) => {
    const problem = found(paste(sender, `${PB}?a=${macro}`), id)
    expect(problem?.mend?.url).toBe(`${PB}?a=${token}`)
  })

  test('a macro of the user’s own naming is known by its form', () => {
    expect(paste('google-ads', `${PB}?a={_mine}&b={ifmobile:m}&c={gclid}`)).toEqual([])
  })

  test('a macro that is nowhere near is a warning', () => {
    expect(found(paste('taboola', `${PB}?a={whatever}`), 'unknown-macro')?.severity).toBe('warning')
  })
})

test('no URL, click or receiver makes the checks throw, and every mark lies in the URL', () => {
  const piece = fc.constantFrom(
    '?',
    '&',
    '=',
    '#',
    '%',
    '{clickid}',
    '{',
    '}',
    '[id]',
    '%7Bx%7D',
    'payout=1,5',
    'token=abc',
    'https://',
    'trk.test',
    '/',
    'é',
    ' ',
    '%25',
    'amp;',
    'status=x',
    '@',
    'REPLACE',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join('')),
      ),
      fc.constantFrom('affise', 'taboola', 'scaleo', undefined),
      (url, id) => {
        const about = { identifiers: CLICK, preset: presetOf(id), path: PATH, lifespanDays: 30, now: 0 }
        for (const problem of [
          ...problemsOf(url, about),
          ...checkLive(url, about),
          ...checkPaste(url, { ...about, sender: tokensOf('meta') }),
        ]) {
          const { start, end } = problem.place ?? { start: 0, end: 0 }
          expect(0 <= start && start <= end && end <= url.length, `${problem.id} in ${url}`).toBe(true)
          if (problem.mend?.url !== undefined)
            expect(problem.mend.url, problem.id).not.toBe(problem.mend.secrets ? '' : url)
        }
      },
    ),
    { numRuns: 300 },
  )
})

test('a hostile URL of 64 KiB is checked in a moment, and told in few words', () => {
  const identifiers = Array.from({ length: 300 }, (_, at) => identifier(`sub${at}`, `value-${at}`.repeat(4)))
  for (const piece of [
    '&',
    'a=&',
    '{a}',
    'a{b}c',
    '{',
    '%25',
    '%',
    '?',
    '[a]',
    '__A__',
    '_A',
    '&lt;',
    ' ',
    '1,',
    '{{',
    '%%',
  ]) {
    const url = `${PB}?cid=${piece.repeat(65_536 / piece.length)}`
    const problems = () => problemsOf(url, { identifiers, preset: presetOf('affise') })
    // Half a second at the worst: the limit is for what grows with the square.
    expect(cpuTime(problems), piece).toBeLessThan(5_000)
    expect(problems().length, piece).toBeLessThan(100)
  }
})
