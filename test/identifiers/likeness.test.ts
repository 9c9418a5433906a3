import { describe, expect, it } from 'vitest'
import { likeness } from '../../lib/identifiers/likeness.ts'

const ID = 'a1b2c3d4e5f6g7h8'

describe('how one value is like another', () => {
  it.each([
    ['the same', ID, ID, 'same'],
    ['base64 of it', ID, btoa(ID).replace(/=+$/, ''), 'recoded'],
    [
      'base64url of it, padded',
      'a>b?c>d?e>f?',
      btoa('a>b?c>d?e>f?').replaceAll('+', '-').replaceAll('/', '_'),
      'recoded',
    ],
    ['what it is the base64 of', btoa(ID), ID, 'recoded'],
    ['inside a composite', ID, `fb.1.1700000000000.${ID}`, 'recoded'],
    ["cut inside a platform's cookie form", ID, `fb.1.1700000000000.${ID.slice(0, 9)}`, 'truncated'],
    ['in another case inside it', ID, `fb.1.1700000000000.${ID.toUpperCase()}`, 'case-changed'],
    ['another value inside it', ID, 'fb.1.1700000000000.zzzzzzzzzzzz', null],
    ['inside a composite with one character', ID, `${ID}_2`, 'recoded'],
    ['a beginning of at least a third', ID, ID.slice(0, 6), 'truncated'],
    ['an end of at least a third', ID, ID.slice(-6), 'truncated'],
    ['a beginning of less than six', 'abcdefghij', 'abcde', null],
    ['a beginning of less than a third', ID.repeat(2), ID.slice(0, 10), null],
    ['another case', ID, ID.toUpperCase(), 'case-changed'],
    ['one layer more', 'ab/cd', 'ab%2Fcd', 'double-encoded'],
    ['two layers more', 'ab/cd', 'ab%252Fcd', 'double-encoded'],
    ['one layer fewer', 'ab%2Fcd', 'ab/cd', 'double-encoded'],
    ['+ turned to a space', 'ab+cd', 'ab cd', 'plus-decoded'],
    ['a space turned to +', 'ab cd', 'ab+cd', 'plus-decoded'],
    ['white space added', 'abcd', 'abcd ', 'altered'],
    ['two characters added', ID, `${ID}xy`, 'altered'],
    ['two characters changed', ID, `X${ID.slice(1, -1)}Y`, 'altered'],
    ['three characters changed', ID, `X${ID.slice(1, 7)}Z${ID.slice(8, -1)}Y`, null],
    ['an edit to a value under twelve characters', 'abcdefghijk', 'abcdefgXijk', null],
    ['a 64-bit number rounded', '7234567890123456789', '7234567890123457000', 'altered'],
    ['a 64-bit number as a float', '7234567890123456789', '7.234567890123457e+18', 'altered'],
    ['a 64-bit number out of a spreadsheet', '7234567890123456789', '7.23457E+18', 'altered'],
    ['another number of a spreadsheet', '7234567890123456789', '7.33457E+18', null],
    ['HTML-escaped', 'ab&cd', 'ab&amp;cd', 'altered'],
    ['with a name eaten by HTML behind it', ID, `${ID}¤cy=USD`, 'altered'],
    ['in bytes of another alphabet', 'café-42', 'caf%E9-42', 'altered'],
    ['in bytes of UTF-8 again', 'caf%E9-42', 'café-42', 'altered'],
    ['unrelated', ID, 'zzzzzzzzzzzz', null],
    ['empty', ID, '', null],
  ])('%s', (_, value, seen, expected) => expect(likeness(value, seen)).toBe(expected))
})
