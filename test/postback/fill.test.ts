import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EXAMPLE_TEMPLATE } from '../../lib/postback/example.ts'
import { fill } from '../../lib/postback/fill.ts'
import { identifier, template } from './build.ts'

const PB = 'https://tracker.example/postback'

const filledFrom = (url: string, ...rest: Parameters<typeof identifier>[]) =>
  fill(
    template(url),
    rest.map((one) => identifier(...one)),
  )

test('the example template takes the click ID of the click and leaves the rest open', () => {
  const { url, macros } = fill(EXAMPLE_TEMPLATE, [identifier('clickid', 'c-1')])
  expect(url).toBe(`${PB}?cid=c-1&payout={payout}&status={status}`)
  expect(macros).toEqual([
    { name: 'clickid', source: { kind: 'identifier', name: 'clickid' }, value: 'c-1' },
    { name: 'payout', source: null, value: null },
    { name: 'status', source: null, value: null },
  ])
})

describe('what fills a macro', () => {
  const click = [identifier('clickid', 'c-1'), identifier('sub1', 's-1', { kind: 'sub-id' })]
  const ask = { mapping: { clickid: 'sub1' }, values: { clickid: 'typed' } }

  test('is first the identifier the user chose', () => {
    expect(fill(template(`${PB}?cid={clickid}`, ask), click).url).toBe(`${PB}?cid=s-1`)
  })

  test('is then the text the user typed, though it be empty', () => {
    const { url, macros } = fill(template(`${PB}?cid={clickid}`, { values: { clickid: '' } }), click)
    expect([url, macros[0]?.source]).toEqual([`${PB}?cid=`, { kind: 'text' }])
  })

  test('is nothing when the identifier the user chose is not in this click', () => {
    const { url, macros } = fill(template(`${PB}?cid={clickid}`, { mapping: { clickid: 'gone' } }), click)
    expect(url).toBe(`${PB}?cid={clickid}`)
    expect(macros).toEqual([{ name: 'clickid', source: { kind: 'identifier', name: 'gone' }, value: null }])
  })

  test('is never a property that every object has', () => {
    expect(fill(template(`${PB}?cid={constructor}&x={toString}`), click).macros.map(({ source }) => source)).toEqual([
      null,
      null,
    ])
  })
})

describe('a macro means, where the user has not chosen,', () => {
  test('the identifier of its name, before one that only sounds like it', () => {
    expect(filledFrom(`${PB}?c={click_id}`, ['clickid', 'a'], ['click_id', 'b']).url).toBe(`${PB}?c=b`)
  })

  test('the identifier of its name but for case and separators', () => {
    expect(filledFrom(`${PB}?c={ClickId}`, ['fbclid', 'f', { kind: 'ad-click-id' }], ['click-id', 'a']).url).toBe(
      `${PB}?c=a`,
    )
  })

  test('the identifier that took its name further on', () => {
    const renamed = identifier('clickid', 'a', {
      trail: [
        { hop: 0, state: 'appeared', name: 'clickid', value: 'a' },
        { hop: 1, state: 'renamed', name: 'aff_sub', value: 'a' },
      ],
    })
    expect(fill(template(`${PB}?c={aff_sub}`), [renamed]).url).toBe(`${PB}?c=a`)
  })

  test('never an identifier whose name another value took', () => {
    const replaced = identifier('fbclid', 'f', {
      kind: 'campaign-tag',
      trail: [{ hop: 1, state: 'replaced', name: 'goal', value: 'x' }],
    })
    expect(fill(template(`${PB}?c={goal}`), [replaced]).macros[0]?.source).toBeNull()
  })

  test("for a click ID a tracker's, before a network's, before an ad platform's", () => {
    const ad = identifier('fbclid', 'ad', { kind: 'ad-click-id' })
    const network = identifier('awc', 'network', { kind: 'affiliate-click-id' })
    const tracker = identifier('rtkcid', 'tracker')
    const value = (...click: (typeof ad)[]) => fill(template(`${PB}?c={cid}`), click).macros[0]?.value
    expect([value(ad, network, tracker), value(ad, network), value(ad)]).toEqual(['tracker', 'network', 'ad'])
  })

  test("for a click ID a sub-ID slot that bears such a name, before an ad platform's", () => {
    const slots: Parameters<typeof identifier>[] = [
      ['fbclid', 'f', { kind: 'ad-click-id' }],
      ['sub1', 'no', { kind: 'sub-id' }],
      ['subid', 'yes', { kind: 'sub-id' }],
    ]
    expect(filledFrom(`${PB}?c={clickid}`, ...slots).url).toBe(`${PB}?c=yes`)
  })

  test('for a click ID never a campaign tag or a plain parameter', () => {
    expect(
      filledFrom(`${PB}?c={clickid}`, ['utm_id', 'u', { kind: 'campaign-tag' }], ['foo', 'x', { kind: 'other' }])
        .macros[0]?.source,
    ).toBeNull()
  })

  test('of two values under one name the one that arrived', () => {
    expect(filledFrom(`${PB}?c={cid}`, ['cid', 'old', { outcome: 'handed-over' }], ['cid', 'new']).url).toBe(
      `${PB}?c=new`,
    )
  })
})

test('a value damaged on the way is sent as it was issued', () => {
  const damaged = identifier('clickid', 'AbCdEf', {
    outcome: 'altered',
    trail: [
      { hop: 0, state: 'appeared', value: 'AbCdEf' },
      { hop: 1, state: 'altered', value: 'abcdef' },
    ],
  })
  expect(fill(template(`${PB}?c={clickid}`), [damaged]).url).toBe(`${PB}?c=AbCdEf`)
})

test('a value is encoded exactly once, and the template around it not at all', () => {
  const { url } = filledFrom(`${PB}/~{clickid}/'?c={clickid}&n=%7e+a`, ['clickid', 'a/b?c&d=e+f%20g#h'])
  expect(url).toBe(`${PB}/~a%2Fb%3Fc%26d%3De%2Bf%2520g%23h/'?c=a%2Fb%3Fc%26d%3De%2Bf%2520g%23h&n=%7e+a`)
})

test('a value that looks like a macro is not filled again', () => {
  expect(filledFrom(`${PB}?c={clickid}&d={sub1}`, ['clickid', '{sub1}'], ['sub1', 's']).url).toBe(
    `${PB}?c=%7Bsub1%7D&d=s`,
  )
})

test('any value comes back out of the URL exactly as it went in', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (value) => {
      const url = new URL(filledFrom(`${PB}/x-{clickid}-x?cid={clickid}&z=1`, ['clickid', value]).url)
      expect(url.searchParams.get('cid')).toBe(value.toWellFormed())
      expect(decodeURIComponent(url.pathname)).toBe(`/postback/x-${value.toWellFormed()}-x`)
      expect(url.searchParams.get('z')).toBe('1')
    }),
  )
})

test('no template, value or mapping makes it throw', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('__proto__', 'clickid', '{clickid}', '\ud800'))
  const record = fc.dictionary(text, text)
  fc.assert(
    fc.property(fc.array(text), record, record, text, text, (pieces, mapping, values, name, value) => {
      const { url } = fill(template(pieces.join('{clickid}'), { mapping, values }), [identifier(name, value)])
      expect(typeof url).toBe('string')
    }),
  )
})
