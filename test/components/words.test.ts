import { describe, expect, test } from 'vitest'
import { lookUp } from '../../lib/identifiers/catalogue.ts'
import { clock } from '../../lib/ui/clock.ts'
import { count } from '../../lib/ui/count.ts'
import { cutMiddle } from '../../lib/ui/cut.ts'
import { duration, span } from '../../lib/ui/duration.ts'
import { statusWords } from '../../lib/ui/hop-words.ts'
import { kindWords, outcomeWord, trailLines } from '../../lib/ui/identifier-words.ts'
import { LOOKED_FOR } from '../../lib/ui/looked-for.ts'
import { urlParts } from '../../lib/ui/url-parts.ts'
import { visible, visibleLines } from '../../lib/ui/visible.ts'
import { identifier } from './told-path.ts'

describe('a text from a stranger', () => {
  test('shows the characters that nobody would see', () => {
    expect(visible('a\u202Egpj.live\u0000\u200B\uFEFF')).toBe('a⟨U+202E⟩gpj.live⟨U+0000⟩⟨U+200B⟩⟨U+FEFF⟩')
  })

  test.each([
    ['a\u00A0b\u3000c', 'a⟨U+00A0⟩b⟨U+3000⟩c'],
    ['a\u034Fb\uFE0Fc\u3164d\u2800e', 'a⟨U+034F⟩b⟨U+FE0F⟩c⟨U+3164⟩d⟨U+2800⟩e'],
  ])('shows spaces and fillers that pass for a space or for nothing: %j', (text, shown) => {
    expect(visible(text)).toBe(shown)
  })

  test.each([
    ['fb\u0441lid', 'fb⟨U+0441⟩lid'],
    ['?\u0391bc=\uFF2Dx1', '?⟨U+0391⟩bc=⟨U+FF2D⟩x1'],
  ])('shows letters of another alphabet that pass for Latin ones in a word of these: %s', (text, shown) => {
    expect(visible(text)).toBe(shown)
  })

  test('leaves words of another alphabet alone', () => {
    expect(visible('скидка-2024 sale_осень Ωμέγα')).toBe('скидка-2024 sale_осень Ωμέγα')
  })

  test('of lines keeps them, and shows the rest', () => {
    expect(visibleLines('{\r\n\t"a": "\u202Eb\r"\n}')).toBe('{\n\t"a": "⟨U+202E⟩b⟨U+000D⟩"\n}')
  })

  test('shows half a character instead of losing it', () => {
    expect(visible('x\uD83D')).toBe('x⟨U+D83D⟩')
  })

  test('stays as it is where there is nothing to hide', () => {
    expect(visible('https://a.example/?q=Ünï 点 <b>')).toBe('https://a.example/?q=Ünï 点 <b>')
  })
})

describe('a long value', () => {
  test('is cut in the middle, so that both its ends can be compared', () => {
    expect(cutMiddle('0123456789abcdefghij', 11)).toBe('012345…ghij')
  })

  test('is left alone when it fits', () => {
    expect(cutMiddle('0123456789', 10)).toBe('0123456789')
  })

  test('is never cut within a character', () => {
    expect(cutMiddle('😀'.repeat(20), 5)).toBe('😀😀😀…😀')
  })

  test('of a megabyte comes out as short as any other', () => {
    expect(cutMiddle(`a${'x'.repeat(1_000_000)}z`, 9)).toBe('axxxx…xxz')
  })
})

describe('a URL', () => {
  test('is split at its host, and nothing of it is rewritten', () => {
    expect(urlParts('https://user:pw@Shop.Example:8443/a b?x=%7E#f')).toEqual({
      host: 'shop.example:8443',
      rest: '/a b?x=%7E#f',
      secure: true,
    })
  })

  test('without a host shows its scheme', () => {
    expect(urlParts('data:text/html,hi')).toEqual({ host: 'data:', rest: 'text/html,hi', secure: false })
  })

  test('that is none is shown as it is', () => {
    expect(urlParts('::: nonsense')).toEqual({ host: '', rest: '::: nonsense', secure: false })
  })
})

describe('times', () => {
  test.each([
    [0.4, '0 ms'],
    [999, '999 ms'],
    [999.6, '1.0 s'],
    [1240, '1.2 s'],
    [125_000, '2 min 5 s'],
    [null, '–'],
    [Number.NaN, '–'],
  ])('%s ms reads %s', (ms, words) => {
    expect(duration(ms)).toBe(words)
  })

  test('of a path run from its first hop to its last answer', () => {
    const hops = [
      { startedAt: 1000, durationMs: 50 },
      { startedAt: 1050, durationMs: 900 },
      { startedAt: 1100, durationMs: null },
    ]
    expect(span(hops)).toBe(950)
  })

  test('that a document left out are not made up', () => {
    expect(span([{ startedAt: 0, durationMs: null }])).toBeNull()
  })

  test('that cannot be read are left out', () => {
    expect(clock('soon')).toBe('')
  })
})

describe('a hop’s answer', () => {
  const plain = { status: null, error: null, cause: 'link' } as const
  test.each([
    [{ ...plain, status: 302 }, '302', 'plain'],
    [{ ...plain, status: 404 }, '404', 'error'],
    [{ ...plain, error: 'net::ERR_FAILED' }, 'failed', 'error'],
    [{ ...plain, error: 'net::ERR_BLOCKED_BY_CLIENT', blocked: true }, 'blocked', 'error'],
    [{ ...plain, cause: 'history' }, 'in page', 'plain'],
    [plain, 'no answer', 'plain'],
  ] as const)('%o reads %s', (hop, text, tone) => {
    expect(statusWords(hop)).toEqual({ text, tone })
  })
})

describe('an identifier', () => {
  test('is named by its kind and who issues it', () => {
    expect(kindWords({ kind: 'ad-click-id', platform: 'Meta' })).toBe('ad click ID · Meta')
    expect(kindWords({ kind: 'sub-id', platform: null })).toBe('sub-ID')
  })

  test('is not called delivered before the last page has answered', () => {
    const id = { outcome: 'delivered', kind: 'sub-id', value: 'abc' } as const
    expect(outcomeWord(id, 'under-way')).toBe('there so far')
    expect(outcomeWord(id, 'failed')).toBe('undelivered')
    expect(outcomeWord({ ...id, outcome: 'lost' }, 'under-way')).toBe('lost')
  })

  test('that is a macro nobody replaced is never called delivered', () => {
    expect(outcomeWord({ outcome: 'delivered', kind: 'sub-id', value: '{clickid}' }, 'arrived')).toBe('not filled')
  })

  test('tells its trail in lines, hops of which the same is to be said together', () => {
    const told = identifier(
      { name: 'clickid', value: 'abc' },
      0,
      { state: 'appeared', where: 'query', value: 'abc' },
      'kept',
      'kept',
      { state: 'renamed', name: 's1', value: 'abc' },
      { state: 'altered', value: 'ab' },
      { state: 'altered', value: 'ab' },
      'stripped',
    )
    expect(trailLines(told).map(({ hops, words, value }) => [hops, words, value])).toEqual([
      ['hop 1', 'in the query', null],
      ['hops 2–3', 'kept', null],
      ['hop 4', 'renamed to s1', null],
      ['hops 5–6', 'altered', 'ab'],
      ['hop 7', 'gone', null],
    ])
  })
})

test('a number agrees with its noun', () => {
  expect([count(1, 'hop'), count(0, 'hop'), count(1000, 'hop')]).toEqual(['1 hop', '0 hops', '1,000 hops'])
})

test.each(LOOKED_FOR.flatMap(({ names }) => names))(
  'the popup says it looks for %s, and the catalogue has it',
  (name) => {
    expect(lookUp(name, 'w8k2j4h6g9')).not.toBeNull()
  },
)
