import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { lookUp } from '../../lib/identifiers/catalogue.ts'
import { CLIENT_STORAGE, clientStorageOf, keepsValue, readStored } from '../../lib/identifiers/client-storage.ts'
import { FBCLID } from './story.ts'

const GCLID = 'CjwKCAjwkY2qBhBDEiwAoQXK5T7gr7h8sv7KdKifWLug2ju3GVOvLsaosVyyjy9wqsknJ37YGupMORoCP1MQAvD_BwE'
const row = (where: 'cookie' | 'localStorage', name: string) => {
  const found = clientStorageOf(where, name)
  if (!found) throw new Error(`no row for ${name}`)
  return found
}

describe('the rows', () => {
  const Row = z.strictObject({
    where: z.enum(['cookie', 'localStorage', 'sessionStorage']),
    name: z.string().check(z.minLength(2)),
    platform: z.string(),
    identifier: z.nullable(z.string()),
    form: z.nullable(z.string().check(z.regex(/\{value\}|^json:\w+$/))),
    setBy: z.string(),
    days: z.nullable(z.int()),
    confidence: z.enum(['documented', 'widely-used', 'recalled']),
  })

  it('are of one shape, and none is twice', () => {
    for (const each of CLIENT_STORAGE) expect(z.safeParse(Row, each).success, JSON.stringify(each)).toBe(true)
    const keys = CLIENT_STORAGE.map(({ where, name }) => `${where} ${name}`)
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
  })

  it('keep what the catalogue knows', () => {
    const names = CLIENT_STORAGE.flatMap(({ identifier }) => identifier?.split(' ') ?? [])
    expect(names.filter((name) => lookUp(name, 'x12345678') === null)).toEqual([])
  })
})

describe('a cookie that the landing page keeps', () => {
  it.each([
    ['_fbc', `fb.1.1700000000000.${FBCLID}`, FBCLID, 1_700_000_000_000],
    ['_fbc', `fb.1.1700000000000.${FBCLID}.AQ`, FBCLID, 1_700_000_000_000],
    ['_fbc', `fb%2E1%2E1700000000000%2E${FBCLID}`, FBCLID, 1_700_000_000_000],
    ['_gcl_aw', `GCL.1700000000.${GCLID}`, GCLID, 1_700_000_000_000],
    ['_gac_UA-1234-5', `1.1700000000.${GCLID}`, GCLID, 1_700_000_000_000],
    [
      '_gcl_ag',
      `2.1.k0AAAAADjHtp9BGY5McutJ1xgDbabWJfMi0$i1700000000`,
      '0AAAAADjHtp9BGY5McutJ1xgDbabWJfMi0',
      1_700_000_000_000,
    ],
    ['_uetmsclkid', '_uetecc4275a31b61375749e7a5322c20de8', 'ecc4275a31b61375749e7a5322c20de8', null],
    ['ttclid', 'E.C.P.CrADhY2x', 'E.C.P.CrADhY2x', null],
    ['_twclid', '%7B%22pixelVersion%22%3A%221%22%2C%22twclid%22%3A%222-4hyqjr%22%7D', '2-4hyqjr', null],
  ])('%s=%s is read', (name, raw, value, setAt) =>
    expect(readStored(row('cookie', name), raw)).toEqual({ value, setAt }),
  )

  it.each([
    ['_fbc', FBCLID],
    ['_fbc', `fb.1.1700000000.${FBCLID}`],
    ['_gcl_aw', GCLID],
    ['_twclid', '{broken'],
    ['_twclid', 'null'],
    ['_twclid', '{"twclid":7}'],
    ['ttclid', ''],
    ['rmStore', 'amid:1|atrv:x'],
  ])('%s=%s has not its form', (name, raw) => expect(readStored(row('cookie', name), raw)).toBeNull())

  it('is told from another by its name, and a key from a cookie', () => {
    expect(clientStorageOf('cookie', 'session')).toBeUndefined()
    expect(clientStorageOf('cookie', '_gcl_ls')).toBeUndefined()
    expect(row('localStorage', '_gcl_ls').identifier).toBe('gclid')
    expect(row('cookie', 'IR_4711').platform).toBe('impact.com')
  })
})

describe('whether it keeps the value of this click', () => {
  it('says yes in its own form, in another that can be read back, and where the form is not known', () => {
    expect(keepsValue(row('cookie', '_fbc'), `fb.1.1700000000000.${FBCLID}`, FBCLID)).toBe(true)
    expect(keepsValue(row('cookie', '_fbc'), FBCLID, FBCLID)).toBe(true)
    expect(keepsValue(row('cookie', 'rmStore'), 'amid:1|atrv:AbCdEfGhIjK-LmNoP', 'AbCdEfGhIjK-LmNoP')).toBe(true)
  })

  it('says no to another value, and to half of this one', () => {
    expect(keepsValue(row('cookie', '_fbc'), 'fb.1.1700000000000.IwAR0other', FBCLID)).toBe(false)
    expect(keepsValue(row('cookie', '_fbc'), `fb.1.1700000000000.${FBCLID.slice(0, 40)}`, FBCLID)).toBe(false)
  })
})
