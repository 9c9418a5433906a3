import { describe, expect, test } from 'vitest'
import { checkLive, checkPaste, checkTemplate } from '../../../lib/postback/check.ts'
import type { Problem } from '../../../lib/postback/checks/problem.ts'
import { fill } from '../../../lib/postback/fill.ts'
import { tokensOf } from '../../../lib/postback/macro-tokens/macro-tokens.ts'
import { endpointFrom } from '../../../lib/postback/presets/from-preset.ts'
import { PRESETS } from '../../../lib/postback/presets/presets.ts'
import { cpuTime } from '../../cpu-time.ts'
import { identifier, template } from '../build.ts'

const PB = 'https://trk.test/pb'
const CLICK = [identifier('clickid', 'Ab3dEf9hIj2k')]
const VALUES = { payout: '12.50', status: 'sale', txid: 'T1' }

const ids = (problems: readonly Problem[]) => problems.map(({ id }) => id)
const marks = (url: string, problems: readonly Problem[]) =>
  problems.map(({ place }) => (place ? url.slice(place.start, place.end) : null))

describe('a template with one fault is told that one, with its place and its mend:', () => {
  test.each<[rest: string, id: string, mark: string, after: string]>([
    ['?cid={clickid', 'half-macro', '{clickid', '?cid={clickid}'],
    ['?cid=clickid}', 'half-macro', 'clickid}', '?cid={clickid}'],
    ['?cid=%7Bclickid', 'half-macro', '%7Bclickid', '?cid={clickid}'],
    ['?cid={{clickid}', 'half-macro', '{{clickid}', '?cid={clickid}'],
    ['?cid={{clickid}}', 'foreign-macro', '{{clickid}}', '?cid={clickid}'],
    [`?cid=$${'{clickid}'}`, 'foreign-macro', `$${'{clickid}'}`, '?cid={clickid}'],
    ['?cid=<clickid>', 'foreign-macro', '<clickid>', '?cid={clickid}'],
    ['?cid=@clickid@', 'foreign-macro', '@clickid@', '?cid={clickid}'],
    ['?cid=#clickid#', 'foreign-macro', '#clickid#', '?cid={clickid}'],
    ['?cid={click id}', 'foreign-macro', '{click id}', '?cid={click_id}'],
    ['?cid=%3Cclickid%3E', 'foreign-macro', '%3Cclickid%3E', '?cid={clickid}'],
    ['?cid=CLICKID', 'placeholder', 'CLICKID', '?cid={clickid}'],
    ['?cid={clickid}&payout=NaN', 'placeholder', 'NaN', '?cid={clickid}&payout={payout}'],
    ['?cid={clickid}&payout=12.50.00', 'payout-no-number', '12.50.00', '?cid={clickid}&payout=0'],
    ['?cid={clickid}&payout=12,50€', 'payout-with-unit', '12,50€', '?cid={clickid}&payout=12.50'],
    ['?cid={clickid}&payout=12.5%20USD', 'payout-with-unit', '12.5%20USD', '?cid={clickid}&payout=12.5'],
    ['&cid={clickid}&payout=1', 'no-question-mark', '&', '?cid={clickid}&payout=1'],
    ['??cid={clickid}', 'second-question-mark', '?', '?cid={clickid}'],
    ['?cid={clickid}&?n=1', 'second-question-mark', '?', '?cid={clickid}&n=1'],
    ['? cid={clickid}', 'space', ' ', '?cid={clickid}'],
    ['?cid={clickid}&n=% ', 'unencoded-value', '%', '?cid={clickid}&n=%25'],
  ])('%s', (rest, id, mark, after) => {
    const url = PB + rest
    const problems = checkTemplate({ template: template(url, { values: VALUES }), identifiers: CLICK })
    const told = problems.filter((problem) => problem.id !== 'outer-space')
    expect(ids(told)).toEqual([id])
    expect(marks(url, told)).toEqual([mark])
    expect(told[0]?.mend?.url?.trimEnd()).toBe(PB + after)
  })

  test.each([
    ['"https://trk.test/pb?cid={clickid}"', 'not-a-url'],
    ['<https://trk.test/pb?cid={clickid}>', 'not-a-url'],
    ['https://https://trk.test/pb?cid={clickid}', 'not-a-url'],
    ['https:/trk.test/pb?cid={clickid}', 'not-a-url'],
    ['https//trk.test/pb?cid={clickid}', 'not-a-url'],
    ['htps://trk.test/pb?cid={clickid}', 'not-http'],
  ])('as it was pasted: %s', (url, id) => {
    const told = checkTemplate({ template: template(url), identifiers: CLICK })
    expect(ids(told)).toEqual([id])
    expect(told[0]?.mend?.url).toBe(`${PB}?cid={clickid}`)
  })

  test('with a space in its host is told to take it out', () => {
    const told = checkTemplate({ template: template('https://trk .test/pb?cid={clickid}'), identifiers: CLICK })
    expect(told.find(({ id }) => id === 'space')?.mend?.url).toBe(`${PB}?cid={clickid}`)
  })

  test('an empty one is no URL, and nothing else', () => {
    expect(ids(checkTemplate({ template: template(''), identifiers: CLICK, preset: PRESETS[0] }))).toEqual([
      'not-a-url',
    ])
  })
})

describe('a callback with one fault is told that one:', () => {
  test.each([
    ['?cid=#reqid#', 'literal-macro', '#reqid#'],
    ['?cid=%7Bclickid%7D', 'literal-macro', '%7Bclickid%7D'],
    ['/{clickid}?payout=1', 'literal-macro', '{clickid}'],
    ['?cid={clickid', 'half-macro', '{clickid'],
    ['?cid=null', 'placeholder', 'null'],
    ['?cid=Ab3dEf9h', 'click-id-damaged', 'Ab3dEf9h'],
    ['?cid=Ab3dEf9hIj2k?payout=1', 'second-question-mark', '?'],
    ['&cid=Ab3dEf9hIj2k', 'no-question-mark', '&'],
  ])('%s', (rest, id, mark) => {
    const url = PB + rest
    const problems = checkLive(url, { identifiers: CLICK })
    expect(ids(problems)).toEqual([id])
    expect(marks(url, problems)).toEqual([mark])
  })
})

test('a macro that lacks a bracket is completed as its platform spells it', () => {
  const url = 'https://lp.test/?utm_source={{ad.id}'
  const [problem, ...more] = checkPaste(url, { identifiers: [], sender: tokensOf('meta') })
  expect(problem?.mend?.url).toBe('https://lp.test/?utm_source={{ad.id}}')
  expect(more).toEqual([])
})

describe('the template of a preset, filled in, has nothing to be said of it', () => {
  const MONEY = { payout: '12.50', currency: 'USD' }
  test.each(PRESETS.filter(({ url }) => url !== null).map((preset) => [preset.id, preset] as const))(
    '%s',
    (_, preset) => {
      const fresh = endpointFrom(preset, 'e')
      const click = [identifier(preset.clickIdNames?.[0] ?? 'clickid', 'Ab3dEf9hIj2k')]
      const url = fresh.url.replace('tracker.example', 'trk.test')
      const status = preset.params.find(({ kind }) => kind === 'status')?.values?.[0] ?? 'sale'
      const known: Record<string, string> = { ...MONEY, status }
      const texts = [url, ...fresh.body.rows.map(({ value }) => value)].join(' ')
      const open = fill({ ...fresh, url: texts }, click).macros.filter(({ value }) => value === null)
      const values = Object.fromEntries(open.map(({ name }) => [name, known[name] ?? '4711']))
      const secrets = Object.fromEntries(Object.keys(fresh.secrets).map((name) => [name, 's3cr3t']))
      const problems = checkTemplate({
        template: { ...fresh, url, values, secrets },
        identifiers: click,
        preset,
        body: fresh.body.rows,
      })
      expect(problems).toEqual([])
    },
  )
})

test('a callback with thousands of click IDs, none this click’s, is checked in a moment', () => {
  const identifiers = Array.from({ length: 300 }, (_, n) => identifier(`sub${n}`, `Ab3dEf9hIj${n}`))
  const url = `${PB}?${Array.from({ length: 4_000 }, (_, n) => `cid=Xy7zQw2r${n}`).join('&')}`
  // It took ten seconds when each was compared with each.
  expect(cpuTime(() => checkLive(url, { identifiers }))).toBeLessThan(3_000)
})
