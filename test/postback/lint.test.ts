import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lint } from '../../lib/postback/lint.ts'
import { asksFirst, canFire } from '../../lib/postback/may-fire.ts'
import { identifier, problemsOf, template } from './build.ts'

const PB = 'https://trk.test/postback'
const click = [identifier('clickid', 'c-1')]

test('a filled https postback with the click ID of this click has no problem', () => {
  const texts = { values: { payout: '1.50', status: 'sale' } }
  expect([...problemsOf(`${PB}?cid={clickid}&payout={payout}&status={status}`, click, texts)]).toEqual([])
})

describe('an unfilled macro', () => {
  test('is an error that names it', () => {
    expect(problemsOf(`${PB}?cid={clickid}&payout={payout}`, click).get('unfilled-macro')).toMatchObject({
      severity: 'error',
      macro: 'payout',
      title: 'Nothing fills {payout}',
    })
  })

  test('says so when the click carries no click ID, and says it once', () => {
    const problems = problemsOf(`${PB}?cid={clickid}`)
    expect([...problems.keys()]).toEqual(['unfilled-macro'])
    expect(problems.get('unfilled-macro')?.fix).toContain('This click carries no click ID')
  })

  test('says which chosen identifier this click has not', () => {
    const problems = problemsOf(`${PB}?cid={clickid}`, click, { mapping: { clickid: 'awc' } })
    expect(problems.get('unfilled-macro')?.fix).toContain('This click has no awc')
  })

  test('that comes twice is told once', () => {
    const asked = template(`${PB}?cid=c-1&a={x}&b={x}`)
    expect(lint(asked, click)).toHaveLength(1)
  })
})

describe('a click ID', () => {
  test('that is nowhere in the URL is an error', () => {
    expect(problemsOf(`${PB}?payout=1`, click).get('no-click-id')?.severity).toBe('error')
  })

  test.each([
    ['typed into the template', `${PB}?cid=c-1`],
    ['in the path', 'https://trk.test/pb/c-1/sale'],
  ])('%s counts', (_, url) => {
    expect(problemsOf(url, click).has('no-click-id')).toBe(false)
  })

  test('in a sub-ID slot of the user’s choice counts', () => {
    const slot = [identifier('s2', 'c-9', { kind: 'sub-id' })]
    expect([...problemsOf(`${PB}?r={reqid}`, slot, { mapping: { reqid: 's2' } })]).toEqual([])
  })

  test('of another click is a warning', () => {
    expect(problemsOf(`${PB}?cid=c-2`, click).get('other-click')?.severity).toBe('warning')
  })

  test('that is empty is no click ID', () => {
    expect([...problemsOf(`${PB}?cid={clickid}`, click, { values: { clickid: '' } }).keys()]).toEqual([
      'no-click-id',
      'empty-value',
    ])
  })

  test('that was lost on the way cannot be in a live postback', () => {
    const lost = [identifier('clickid', 'c-1', { outcome: 'lost' })]
    expect(problemsOf(`${PB}?cid={clickid}`, lost).get('id-lost')).toMatchObject({
      severity: 'warning',
      macro: 'clickid',
    })
  })

  test('that arrived damaged is shown both ways', () => {
    const trail = [
      { hop: 0, state: 'appeared' as const, value: 'AbCdEf' },
      { hop: 1, state: 'altered' as const, value: 'abcdef' },
    ]
    const damaged = [identifier('clickid', 'AbCdEf', { outcome: 'altered', trail })]
    expect(problemsOf(`${PB}?cid={clickid}`, damaged).get('id-altered')?.title).toContain('abcdef for AbCdEf')
  })

  test('of an ad platform, standing in for a tracker’s, is a note', () => {
    const ad = [identifier('fbclid', 'f-1', { kind: 'ad-click-id' })]
    expect(problemsOf(`${PB}?cid={clickid}`, ad).get('ad-click-id')?.severity).toBe('info')
  })

  test('of an ad platform that the user chose is what the user chose', () => {
    const ad = [identifier('fbclid', 'f-1', { kind: 'ad-click-id' })]
    expect([...problemsOf(`${PB}?cid={clickid}`, ad, { mapping: { clickid: 'fbclid' } })]).toEqual([])
  })

  test('that is itself a macro nobody replaced is an error', () => {
    const macro = [identifier('clickid', '{clickid}')]
    expect(problemsOf(`${PB}?cid={clickid}`, macro).get('value-is-macro')?.severity).toBe('error')
  })
})

describe('an address that cannot be asked for', () => {
  test.each([
    ['not-a-url', ''],
    ['not-a-url', 'trk.test/postback?cid={clickid}'],
    ['not-a-url', 'trk.test:8080/postback?cid={clickid}'],
    ['not-a-url', 'localhost:8080/postback?cid={clickid}'],
    ['not-a-url', 'https:trk.test/?cid={clickid}'],
    ['not-a-url', 'https://<tracking-domain>/postback?cid={clickid}'],
    ['not-http', 'ftp://trk.test/?cid={clickid}'],
    ['not-http', 'javascript:alert(1)//{clickid}'],
    ['not-http', 'mailto:a@b.test?cid={clickid}'],
    ['credentials-in-url', 'https://user:pass@trk.test/?cid={clickid}'],
    ['too-long', `${PB}?cid={clickid}&x=${'x'.repeat(65_536)}`],
  ])('%s: %#', (id, url) => {
    const problems = [...problemsOf(url, click).values()]
    expect(problems.map((problem) => problem.id)).toContain(id)
    expect(canFire(problems)).toBe(false)
  })
})

test('an unfilled macro does not forbid firing, but asks first', () => {
  const problems = [...problemsOf(`${PB}?cid={clickid}`).values()]
  expect([canFire(problems), asksFirst(problems)]).toEqual([true, true])
})

test('a warning alone does not ask first', () => {
  const problems = [...problemsOf('http://trk.test/?cid={clickid}', click).values()]
  expect(problems.map(({ id }) => id)).toEqual(['http'])
  expect(asksFirst(problems)).toBe(false)
})

describe('the spelling of a URL:', () => {
  test.each([
    ['http', 'http://trk.test/?cid={clickid}'],
    ['space', `${PB}?cid={clickid}&goal=first sale`],
    ['space', `${PB}?cid={clickid}\n&goal=sale`],
    ['second-question-mark', `${PB}?cid={clickid}?payout=1`],
    ['fragment', `${PB}#?cid=c-1`],
    ['empty-value', `${PB}?cid={clickid}&payout=`],
    ['duplicate-parameter', `${PB}?cid={clickid}&cid=other`],
  ])('%s is a warning', (id, url) => {
    expect(problemsOf(url, click).get(id)?.severity).toBe('warning')
  })

  test.each(['http://localhost:8080', 'http://postback.localhost', 'http://127.0.0.1:3', 'http://[::1]'])(
    'http to %s is no problem',
    (origin) => {
      expect([...problemsOf(`${origin}/?cid={clickid}`, click)]).toEqual([])
    },
  )

  test('an array parameter may come more than once', () => {
    expect([...problemsOf(`${PB}?cid={clickid}&id[]=1&id[]=2`, click)]).toEqual([])
  })

  test('a value with a space, a ? or a # is encoded, and no problem', () => {
    expect([...problemsOf(`${PB}?cid={clickid}`, [identifier('clickid', 'a b?c#d&e')])]).toEqual([])
  })

  test('the host of the example is told as one', () => {
    expect(problemsOf('https://tracker.example/?cid={clickid}', click).get('example-host')?.severity).toBe('info')
  })
})

test('another system’s macro is an error that says how to write it here', () => {
  expect(problemsOf(`${PB}?cid={clickid}&t=[TRANSACTION_ID]`, click).get('foreign-macro')).toMatchObject({
    severity: 'error',
    macro: '[TRANSACTION_ID]',
    fix: expect.stringContaining('{TRANSACTION_ID}'),
  })
})

test('a documentation placeholder is an error', () => {
  expect(problemsOf(`${PB}?cid={clickid}&payout=OPTIONAL`, click).get('placeholder')?.macro).toBe('OPTIONAL')
})

test('errors come before warnings, and warnings before notes', () => {
  const ad = [identifier('fbclid', 'f', { kind: 'ad-click-id' })]
  const severities = [...problemsOf('http://trk.example/?cid={clickid}&p={p}', ad).values()].map((p) => p.severity)
  expect(severities).toEqual(['error', 'warning', 'info', 'info'])
})

test('no template and no click makes it throw', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('https://', 'clickid', '{clickid}', '%', '?', '&', '=', '#', '\ud800', '://[', '@'),
  )
  fc.assert(
    fc.property(fc.array(text), text, text, fc.dictionary(text, text), (pieces, name, value, values) => {
      const asked = template(pieces.join(''), { values })
      const hostile = [identifier(name, value, { kind: 'ad-click-id', outcome: 'altered' })]
      expect(Array.isArray(lint(asked, hostile))).toBe(true)
    }),
  )
})
