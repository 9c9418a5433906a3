import { describe, expect, it } from 'vitest'
import { readFunnelFile } from '../../cli/funnels/read-funnel-file.ts'

const GOOD = `{
  "funnels": [
    { "name": "brand ad", "url": "https://trk.example/c", "steps": [{ "click": "#cta" }], "settleMs": 800,
      "expect": { "delivered": ["fbclid"], "finalHost": "offer.example", "maxHops": 6, "verdict": "pass" } }
  ]
}`

const message = (text: string): string => {
  try {
    readFunnelFile('f.json', text)
    return 'no error'
  } catch (error) {
    return (error as Error).message
  }
}

describe('a funnel file', () => {
  it('is read as it is documented', () => {
    expect(readFunnelFile('f.json', GOOD).funnels[0]?.expect?.maxHops).toBe(6)
  })

  it('may begin with a byte order mark', () => {
    expect(message(`\uFEFF${GOOD}`)).toBe('no error')
  })

  it('knows where its lines are', () => {
    const { placeOf } = readFunnelFile('f.json', GOOD)
    expect(placeOf('funnels[0].expect.finalHost')).toBe('f.json, line 4, column 44')
  })

  it('names the nearest place for what is not there', () => {
    const { placeOf } = readFunnelFile('f.json', GOOD)
    expect(placeOf('funnels[0].expect.nothing.below')).toBe('f.json, line 4, column 7')
  })
})

describe('a funnel file that is no JSON', () => {
  it.each([
    [
      'a missing comma',
      '{\n  "funnels": [\n    { "name": "a" "url": "b" }\n] }',
      'line 3, column 19',
      'expected "," or "}"',
    ],
    ['a comma too many', '{ "funnels": [1,] }', 'line 1, column 17', 'expected a value'],
    ['single quotes', "{ 'funnels': [] }", 'line 1, column 3', 'expected a key in double quotes'],
    ['an open string', '{ "funnels": "x\n}', 'line 1, column 14', 'expected a string that ends on its line'],
    ['an early end', '{ "funnels": [', 'line 1, column 15', 'the file ends'],
    ['more than one value', '{} {}', 'line 1, column 4', 'expected the end of the file'],
    ['nothing', '', 'line 1, column 1', 'the file ends'],
    ['a number that is none', '{ "a": 01 }', 'line 1, column 9', 'expected "," or "}"'],
  ])('with %s says where', (_, text, place, reason) => {
    expect(message(text)).toContain(`f.json, ${place}: this is not JSON: `)
    expect(message(text)).toContain(reason)
  })

  it('and nests without end is refused without one', () => {
    expect(message('['.repeat(200_000))).toContain('nested too deeply')
  })
})

describe('a funnel file that does not fit', () => {
  it.each([
    [
      'a missing URL',
      '{"funnels":[{"name":"a"}]}',
      'line 1, column 13: funnels[0].url: Invalid input: expected string',
    ],
    [
      'an empty selector',
      '{"funnels":[\n{"name":"a","url":"http://a.example/","steps":[\n{"click":""}]}]}',
      'line 3, column 2: funnels[0].steps[0].click: Too small',
    ],
    [
      'a key that is misspelt',
      '{"funnels":[{"name":"a","url":"http://a.example/",\n"expects":{}}]}',
      'line 2, column 1: funnels[0].expects: there is no such key',
    ],
    [
      'a verdict that there is not',
      '{"funnels":[{"name":"a","url":"http://a.example/","expect":{"verdict":"ok"}}]}',
      'funnels[0].expect.verdict: Invalid option: expected one of "pass"|"warn"|"fail"',
    ],
    ['a relative URL', '{"funnels":[{"name":"a","url":"/c"}]}', 'funnels[0].url: "/c" is not an absolute URL'],
    ['no funnel', '{"funnels":[]}', 'funnels: Too small'],
    ['a list in place of an object', '[]', 'the file: Invalid input'],
  ])('with %s says where and what', (_, text, expected) => {
    expect(message(text)).toContain(expected)
  })

  it('says all that is wrong at once', () => {
    expect(message('{"funnels":[{"name":""},{"url":3}]}').split('\n')).toHaveLength(4)
  })
})
