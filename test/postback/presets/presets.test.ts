import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import type { ClickPath } from '../../../lib/model/click-path.ts'
import { fieldsIn } from '../../../lib/postback/fields.ts'
import { lint } from '../../../lib/postback/lint.ts'
import { endpointFrom } from '../../../lib/postback/presets/from-preset.ts'
import { LIFESPANS } from '../../../lib/postback/presets/lifespans.ts'
import { parameterNamed } from '../../../lib/postback/presets/parameters.ts'
import { Preset } from '../../../lib/postback/presets/preset.ts'
import rows from '../../../lib/postback/presets/presets.json' with { type: 'json' }
import { PRESETS, presetOf } from '../../../lib/postback/presets/presets.ts'
import { presetOfUrl, suggestPresets } from '../../../lib/postback/presets/suggest.ts'
import { identifier } from '../build.ts'

const ALL = z.array(z.strictObject(Preset.shape)).parse(rows)
const withTemplate = ALL.filter(({ url }) => url !== null)

describe('the rows', () => {
  test('are 38, each with an id and a name of its own, and sources', () => {
    expect(ALL).toHaveLength(38)
    expect(new Set(ALL.map(({ id }) => id)).size).toBe(38)
    expect(ALL.filter(({ sources }) => sources.length === 0)).toEqual([])
  })

  test.each(withTemplate)(
    '$name: its template holds what it requires, and names nothing it does not know',
    (preset) => {
      const fields = fieldsIn(preset.url ?? '').map(({ name }) => name)
      const required = preset.params.filter((parameter) => parameter.required).map(({ name }) => name)
      // The parameters of impact.com go in the body.
      if (preset.method !== 'POST') expect(fields).toEqual(expect.arrayContaining(required))
      expect(fields.filter((name) => !parameterNamed(preset, name))).toEqual([])
    },
  )

  test.each(withTemplate.filter(({ method }) => method !== 'POST'))(
    '$name: filled from a click it has no error',
    (preset) => {
      const click = [identifier(preset.clickIdNames?.[0] ?? 'clickid', 'c-1a2b3c')]
      const values = Object.fromEntries(
        [
          'payout',
          'txid',
          'currency',
          'et',
          'status',
          'event',
          'goal',
          'offer_id',
          'event_id',
          'nid',
          'mid',
          'merchant',
          'land',
          'adid',
          'token',
          'secure',
          'auth_token',
          'security_token',
          'verification_token',
        ].map((name) => [name, '1']),
      )
      const fresh = endpointFrom(preset, 'e')
      const secrets = Object.fromEntries(Object.keys(fresh.secrets).map((name) => [name, 's3cr3t']))
      const endpoint = { ...fresh, values, secrets }
      const errors = lint(endpoint, click).filter(({ severity }) => severity === 'error')
      expect(errors).toEqual([])
    },
  )

  test('every pattern is a regular expression that ends', () => {
    for (const { paths = [], clickUrl = '', clickIdShape = '' } of ALL)
      for (const pattern of [...paths, clickUrl, clickIdShape])
        expect(new RegExp(pattern).test('a'.repeat(5_000))).toBeTypeOf('boolean')
  })
})

describe('a parameter', () => {
  const voluum = presetOf('voluum') as Preset
  test('of a range is known by its number', () => {
    expect(
      ['param1', 'param5', 'param6', 'param', 'param1x'].map((name) => parameterNamed(voluum, name)?.name),
    ).toEqual(['param1-5', 'param1-5', undefined, undefined, undefined])
  })
})

describe('a preset is suggested', () => {
  const path = (urls: string[], ...identifiers: ClickPath['identifiers']) => ({
    hops: urls.map((url, index) => ({
      index,
      url,
      cause: 'link' as const,
      tabId: 1,
      method: 'GET',
      status: 200,
      error: null,
      fromCache: false,
      startedAt: 0,
      durationMs: null,
    })),
    identifiers,
  })
  const first = (...about: Parameters<typeof path>) => suggestPresets(path(...about))[0]?.preset.id

  test.each([
    ['by a host of its own', 'https://demo.go2cloud.org/aff_c?offer_id=1&aff_id=2', 'tune'],
    ['by its click URL', 'https://t.example/fts/abc-def?c1=2', 'funnelflux'],
    ['by the campaign’s 24 digits', 'https://go.example/5f2e7d3c1a9b8e7f6a5d4c3b?sub1=x', 'redtrack'],
  ])('%s', (_, url, expected) => {
    expect(first([url])).toBe(expected)
  })

  test('by the name of its click ID', () => {
    expect(first(['https://lp.example/?rtkcid=1'], identifier('rtkcid', '5f2e7d3c1a9b8e7f6a5d4c3b'))).toBe('redtrack')
  })

  test('says why', () => {
    const [suggestion] = suggestPresets(path(['https://lp.example/'], identifier('awc', '1_1700000000_x')))
    expect(suggestion).toMatchObject({ preset: { id: 'awin' }, reasons: ['awc is a name of its click ID'] })
  })

  test('not by a shape alone, which is anyone’s', () => {
    expect(suggestPresets(path(['https://lp.example/'], identifier('x', '5f2e7d3c1a9b8e7f6a5d4c3b')))).toEqual([])
  })
})

describe('a postback URL belongs to a preset', () => {
  test.each([
    ['https://pstb.peerclick.com/postback?cid=1', 'peerclick'],
    ['https://x.go2cloud.org/aff_lsr?transaction_id=1', 'tune'],
    ['https://track.example/cf/cv?click_id=1', 'clickflare'],
    ['https://track.example/postback?cid=1', undefined],
    ['no url at all', undefined],
  ])('%s → %s', (url, expected) => {
    expect(presetOfUrl(url)?.id).toBe(expected)
  })
})

test('an endpoint from a preset has its tokens marked as secrets, empty, and its lifespan', () => {
  expect(endpointFrom(presetOf('scaleo') as Preset, 'e1')).toMatchObject({
    id: 'e1',
    preset: 'scaleo',
    secrets: { token: '' },
  })
  expect(endpointFrom(presetOf('cj') as Preset, 'e2')).toMatchObject({ url: '', lifespanDays: 120 })
})

test('click lifespans run from 7 to 120 days', () => {
  expect(LIFESPANS.map(({ days }) => days)).toEqual([7, 14, 30, 45, 60, 90, 120])
  expect(PRESETS.every(({ lifespanDays = 30 }) => lifespanDays >= 7 && lifespanDays <= 120)).toBe(true)
})
