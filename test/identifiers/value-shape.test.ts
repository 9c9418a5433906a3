import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { clickTimeOf } from '../../lib/identifiers/click-time.ts'
import { isOddShape } from '../../lib/identifiers/value-shape.ts'
import shapes from '../../lib/identifiers/value-shapes.json' with { type: 'json' }

const GCLID = 'CjwKCAjwkY2qBhBDEiwAoQXK5T7gr7h8sv7KdKifWLug2ju3GVOvLsaosVyyjy9wqsknJ37YGupMORoCP1MQAvD_BwE'
const AWC = '1234_1700000000_0123456789abcdef0123456789abcdef'

describe('the shapes', () => {
  const Row = z.strictObject({
    names: z.string(),
    shape: z.string(),
    looksLike: z.string(),
    confidence: z.enum(['documented', 'widely-used']),
    time: z.optional(z.enum(['google', 'awin', 'object-id', 'meta'])),
    windowDays: z.optional(z.int()),
  })

  it('are rows of one form, with a pattern that compiles, and no name twice', () => {
    for (const row of shapes) {
      expect(z.safeParse(Row, row).success, JSON.stringify(row)).toBe(true)
      expect(() => new RegExp(row.shape)).not.toThrow()
    }
    const names = shapes.flatMap((row) => row.names.split(' '))
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  })

  it.each([
    ['fbclid', `IwAR${'a1'.repeat(28)}b`],
    ['gclid', GCLID],
    ['gclid', 'EAIaIQobChMI8fKl0aqw3QIVTb7tCh0lLgBWEAAYASABEgK5W_D_BwE'],
    ['gclid', 'ecc4275a31b61375749e7a5322c20de8'],
    ['dclid', 'CN-4seKYvY0DFVvi_QUdsiAycw'],
    ['msclkid', 'ECC4275A31B61375749E7A5322C20DE8'],
    ['awc', AWC],
    ['sscid', '71k8_1a2b3'],
    ['clickid', 'anything at all'],
  ])('%s=%s is usual', (name, value) => expect(isOddShape(name, value)).toBe(false))

  it.each([
    ['fbclid', 'test'],
    ['fbclid', 'a'.repeat(501)],
    ['gclid', '{gclid}'],
    ['msclkid', GCLID],
    ['gbraid', 'CjwKCAjw'],
  ])('%s=%s is odd', (name, value) => expect(isOddShape(name, value)).toBe(true))
})

describe('the time that a click ID carries', () => {
  const iso = (name: string, value: string) => {
    const time = clickTimeOf(name, value)
    return time && new Date(time.at).toISOString()
  }

  it.each([
    ['gclid', GCLID, '2023-11-02T07:00:00.000Z'],
    ['gclid', 'Cj0KCQjwgKjHBhChARIsAPJR3xcjrNxU2w919h9ZlGOR2lwLDDoaH', '2025-10-11T07:00:00.000Z'],
    ['gclid', 'EAIaIQobChMI8fKl0aqw3QIVTb7tCh0lLgBWEAAYASABEgK5W_D_BwE', '2018-09-10T11:29:04.596Z'],
    ['dclid', 'CN-4seKYvY0DFVvi_QUdsiAycw', '2025-05-24T22:50:57.730Z'],
    ['awc', AWC, '2023-11-14T22:13:20.000Z'],
    ['rtkcid', '6553f1000123456789abcdef', '2023-11-14T22:13:20.000Z'],
    ['fbc', 'fb.1.1700000000000.IwAR0abc', '2023-11-14T22:13:20.000Z'],
  ])('%s=%s', (name, value, expected) => expect(iso(name, value)).toBe(expected))

  it.each([
    ['gclid', 'ecc4275a31b61375749e7a5322c20de8'],
    ['gclid', 'CjwKCA'],
    ['gclid', 'CjwKCA_____________________________'],
    ['awc', 'x'],
    ['rtkcid', '000000000123456789abcdef'],
    ['fbclid', 'IwAR0abcabcabcabcabcabcabc'],
  ])('%s=%s carries none', (name, value) => expect(iso(name, value)).toBeNull())

  it('says for how long the click counts', () => expect(clickTimeOf('awc', AWC)?.windowDays).toBe(365))

  it('never throws', () =>
    fc.assert(
      fc.property(fc.constantFrom('gclid', 'awc', 'rtkcid', 'fbc'), fc.string({ maxLength: 60 }), (name, tail) => {
        void clickTimeOf(name, tail)
        void clickTimeOf(name, `CjwKCA${tail}`)
      }),
    ))
})
