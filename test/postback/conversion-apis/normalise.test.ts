import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalise } from '../../../lib/postback/conversion-apis/normalise.ts'
import { doubt, PERSON_FIELDS } from '../../../lib/postback/conversion-apis/person.ts'

const digest = async (text: string) => createHash('sha256').update(text).digest('hex')

describe('a customer’s field is normalised as Meta says:', () => {
  test.each([
    ['em', '  Ann.Lee@Example.COM ', 'ann.lee@example.com'],
    ['ph', '+49 (0)171/123-45', '4917112345'],
    ['ph', '(0)171 12345', '17112345'],
    ['ph', '0044 20 7946 0000', '442079460000'],
    ['ph', '+1 (650) 561-1622', '16505611622'],
    ['fn', ' Mary-Ann ', 'maryann'],
    ['fn', 'Valéry', 'valéry'],
    ['ln', "O'Neil Jr.", 'oneiljr'],
    ['ge', 'Female', 'f'],
    ['ge', 'x', ''],
    ['ge', 'Mrs.', 'f'],
    ['ge', 'mujer', 'f'],
    ['ge', 'Männlich', 'm'],
    ['ge', 'Herr', 'm'],
    ['ge', 'Fellow traveller', ''],
    ['db', '1990-02-01', '19900201'],
    ['db', '1.2.1990', '19900201'],
    ['db', '02/01/1990', '19900201'],
    ['db', '31/12/1990', '19901231'],
    ['db', '1997-2-16', '19970216'],
    ['db', '31.02.1990', ''],
    ['db', '1.13.1990', ''],
    ['db', '01.01.1890', ''],
    ['ct', 'New York!', 'newyork'],
    ['ct', 'München', 'münchen'],
    ['ct', 'Saint-Étienne', 'saintétienne'],
    ['ct', 'Köln am Rhein', 'kölnamrhein'],
    ['fn', 'Vale\u0301ry', 'valéry'],
    ['ln', 'Weiß', 'weiß'],
    ['st', ' CA ', 'ca'],
    ['st', 'California', 'ca'],
    ['st', 'new york', 'ny'],
    ['st', 'Washington, D.C.', 'dc'],
    ['st', 'Québec', 'qc'],
    ['st', 'Nordrhein-Westfalen', 'nordrheinwestfalen'],
    ['st', 'Île-de-France', 'îledefrance'],
    ['st', 'constructor', 'constructor'],
    ['zp', '94035-1234', '94035'],
    ['zp', 'M1 1AE', 'm11ae'],
    ['zp', '01310-100', '01310100'],
    ['zp', '00-950', '00950'],
    ['zp', '75 018', '75018'],
    ['country', ' DE ', 'de'],
    ['country', 'United States', 'us'],
    ['country', 'Deutschland', 'de'],
    ['country', 'Österreich', 'at'],
    ['country', 'Côte d’Ivoire', 'ci'],
    ['country', 'Allemagne', 'de'],
    ['country', 'UK', 'gb'],
    ['country', 'U.S.A.', 'us'],
    ['country', 'Atlantis', 'atlantis'],
    ['external_id', ' User-7 ', 'user-7'],
  ] as const)('%s: %j', (field, typed, expected) => {
    expect(normalise(field, typed)).toBe(expected)
  })

  test.each([
    ['em', ' John_Smith@gmail.com', '62a14e44f765419d10fea99367361a727c12365e2520f32218d505ed9aa0f62f'],
    ['ph', '+1 (650)555-1212', 'e323ec626319ca94ee8bff2e4c87cf613be6ea19919ed1364124e16807ab3176'],
    ['fn', 'Mary', '6915771be1c5aa0c886870b6951b03d7eafc121fea0e80a5ea83beb7c449f4ec'],
    ['fn', '정', '8fa8cd9c440be61d0151429310034083132b35975c4bea67fdd74158eb51db14'],
    ['fn', 'Valéry', '08e1996b5dd49e62a4b4c010d44e4345592a863bb9f8e3976219bac29417149c'],
    ['db', '2/16/1997', '01acdbf6ec7b4f478a225f1a246e5d6767eeab1a7ffa17f025265b5b94f40f0c'],
    ['country', 'United States', '79adb2a2fce5c6ba215fe5f27f532d4e7edbac4b6a5e09e1ef3a08084a904621'],
  ] as const)('%s: %j has the hash that Meta publishes', async (field, typed, hash) => {
    expect(await digest(normalise(field, typed))).toBe(hash)
  })

  test('once is as good as twice', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PERSON_FIELDS), fc.string({ unit: 'grapheme' }), (field, typed) => {
        const once = normalise(field, typed)
        expect(normalise(field, once)).toBe(once)
      }),
    )
  })

  test('what cannot be right is told', () => {
    expect(doubt('em', 'ann@')).toContain('no address')
    expect(doubt('country', 'Atlantis')).toContain('two letters')
    expect(doubt('country', 'Germany')).toBeNull()
    expect(doubt('db', 'soon')).toContain('nothing of this')
    expect(doubt('em', '')).toBeNull()
  })
})
