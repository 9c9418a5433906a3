import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diff, type Piece } from '../../lib/ui/diff.ts'

const SIGNS = { same: '', gone: '-', new: '+', marked: '*' }
/** Runs as a reader sees them: `fbclid=[-IwAR]x`. */
const shown = (pieces: Piece[]) =>
  pieces.map(({ text, kind }) => (kind === 'same' ? text : `[${SIGNS[kind]}${text}]`)).join('')
const both = (before: string, after: string) => {
  const change = diff(before, after)
  return [shown(change.before), shown(change.after)]
}

describe('two texts side by side', () => {
  test.each([
    ['equal', 'a=1', 'a=1', 'a=1', 'a=1'],
    ['cut short', 'fbclid=IwARabcdef', 'fbclid=IwAR', 'fbclid=IwAR[-abcdef]', 'fbclid=IwAR'],
    ['in another case', 'id=AbCdEf99', 'id=abcdef99', 'id=[-A]b[-C]d[-E]f99', 'id=[+a]b[+c]d[+e]f99'],
    [
      'encoded twice',
      'v=key1%3Dabc%3Dd',
      'v=key1%253Dabc%253Dd',
      'v=key1[-%3D]abc[-%3D]d',
      'v=key1[+%253D]abc[+%253D]d',
    ],
    ['under another name', 'clickid=w7G4kQ9Z', 's1=w7G4kQ9Z', '[-clickid]=w7G4kQ9Z', '[+s1]=w7G4kQ9Z'],
    ['unrelated', 'x=QWERTY123', 'x=zzzz', 'x=[-QWERTY123]', 'x=[+zzzz]'],
    ['from nothing', '', 'a', '', '[+a]'],
  ])('%s', (_, before, after, a, b) => expect(both(before, after)).toEqual([a, b]))

  test('give both back, joined, byte for byte', () => {
    const text = fc.oneof(fc.string({ maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 20 }))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const change = diff(before, after)
        expect(change.before.map((piece) => piece.text).join('')).toBe(before)
        expect(change.after.map((piece) => piece.text).join('')).toBe(after)
      }),
    )
  })

  test('of a stranger’s length cost no more than their length', () => {
    const change = diff('a'.repeat(60_000), `b${'a'.repeat(60_000)}c`)
    expect(change.before.length).toBeLessThan(4)
  })
})
