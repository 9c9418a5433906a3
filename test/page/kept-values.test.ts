import { expect, test } from 'vitest'
import { MAX_KEPT, MAX_KEPT_LENGTH } from '../../lib/model/landing-limits.ts'
import { type KeepingPage, keptValues } from '../../lib/page/kept-values.ts'

const shelf = (held: Record<string, string>) => ({ getItem: (name: string) => held[name] ?? null })

const page = (
  cookies: string,
  local: Record<string, string> = {},
  session: Record<string, string> = {},
): KeepingPage => ({
  cookies: () => cookies,
  storage: (name) => shelf(name === 'localStorage' ? local : session),
})

const NAMES = { cookie: ['_fbc', '_gac_*'], localStorage: ['ndclid'], sessionStorage: ['ttclid'] }

test('only what was asked for is read, each on its own shelf', () => {
  const seen = keptValues(
    page('session=secret; _fbc=fb.1.2.x=y; ndclid=wrong-shelf', { ndclid: 'n1', token: 'secret' }, { ttclid: 't1' }),
    NAMES,
  )
  expect(seen).toEqual([
    { where: 'cookie', name: '_fbc', value: 'fb.1.2.x=y' },
    { where: 'localStorage', name: 'ndclid', value: 'n1' },
    { where: 'sessionStorage', name: 'ttclid', value: 't1' },
  ])
})

test('a star stands for the rest of a name', () => {
  expect(keptValues(page('_gac_UA-1-2=1.2.g; _gac=no; _fbcx=no'), NAMES)).toEqual([
    { where: 'cookie', name: '_gac_UA-1-2', value: '1.2.g' },
  ])
})

test('of two cookies of one name both are told', () => {
  expect(keptValues(page('_fbc=a; _fbc=b'), NAMES).map(({ value }) => value)).toEqual(['a', 'b'])
})

test('a page that refuses its cookies or its storage is read as far as it allows', () => {
  const refusing: KeepingPage = {
    cookies: () => {
      throw new DOMException('sandboxed', 'SecurityError')
    },
    storage: (name) => {
      if (name === 'localStorage') throw new DOMException('blocked', 'SecurityError')
      return shelf({ ttclid: 't1' })
    },
  }
  expect(keptValues(refusing, NAMES)).toEqual([{ where: 'sessionStorage', name: 'ttclid', value: 't1' }])
})

test('no page can fill the answer', () => {
  const long = `_fbc=${'x'.repeat(MAX_KEPT_LENGTH + 1)}`
  const many = Array.from({ length: 500 }, (_, n) => `_gac_${n}=1`).join('; ')
  const seen = keptValues(page(`${long}; ${many}`), NAMES)
  expect(seen).toHaveLength(MAX_KEPT)
  expect(seen.every(({ name }) => name.startsWith('_gac_'))).toBe(true)
})
