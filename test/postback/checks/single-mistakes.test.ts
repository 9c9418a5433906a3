import { describe, expect, test } from 'vitest'
import { checkLive, checkTemplate } from '../../../lib/postback/check.ts'
import { mended } from '../../../lib/postback/checks/problem.ts'
import { fill } from '../../../lib/postback/fill.ts'
import { endpointFrom } from '../../../lib/postback/presets/from-preset.ts'
import { templateValue } from '../../../lib/postback/presets/parameters.ts'
import type { Preset } from '../../../lib/postback/presets/preset.ts'
import { PRESETS } from '../../../lib/postback/presets/presets.ts'
import { identifier } from '../build.ts'
import { CLICK_ID, MACRO_MISTAKES, MISTAKES, type Mistake, value } from './mistakes.ts'

const NOW = Date.parse('2026-11-26T08:00:00Z')
const VALUES: Record<string, string> = { payout: '12.50', currency: 'USD', event: 'sale', et: 'sale', txid: 'T-1001' }

/** The endpoint of a preset as a media buyer sets it up, the click it is fired for, and the URL that goes out. */
function setUp(preset: Preset) {
  const fresh = endpointFrom(preset, 'e')
  const url = fresh.url.replace(/tracker\.example/, 'trk.acmeads.com').replace(/network\.|workspace\./, 'acme.')
  const click = identifier(preset.clickIdNames?.[0] ?? 'clickid', CLICK_ID)
  const status = preset.params.find(({ kind }) => kind === 'status')?.values?.[0] ?? 'approved'
  const open = fill(fresh, [click]).macros.filter(({ value }) => value === null)
  const values = Object.fromEntries(open.map(({ name }) => [name, VALUES[name] ?? (name === 'status' ? status : '77')]))
  const secrets = Object.fromEntries(Object.keys(fresh.secrets).map((name) => [name, 's3cr3tKey9']))
  const endpoint = { ...fresh, url, values, secrets }
  const hops = ['https://trk.acmeads.com/c?x=1'].map((url) => ({ url })) as never
  const about = {
    preset,
    identifiers: [click],
    path: { hops, startedAt: new Date(NOW - 60_000).toISOString() },
    lifespanDays: fresh.lifespanDays,
    now: NOW,
  }
  return { endpoint, about, live: fill(endpoint, [click]).url }
}

const WITH_QUERY = PRESETS.filter(({ url }) => url?.includes('?'))

describe.each(WITH_QUERY.map((preset) => [preset.name, preset] as const))('%s', (_, preset) => {
  const { endpoint, about, live } = setUp(preset)
  const ofTemplate = (template: typeof endpoint) => checkTemplate({ ...about, template })
  const ofLive = ({ url }: typeof endpoint) => checkLive(url, about)

  test('has nothing to be said of it where it is right', () => {
    expect([ofTemplate(endpoint), ofLive({ ...endpoint, url: live })]).toEqual([[], []])
  })

  const fits = (url: string) => MISTAKES.filter(([, , make]) => make(url, preset) !== null)

  test.each(fits(endpoint.url))('in its template: %s', (_, id, make, mends) => {
    tellsOnly(id, make(endpoint.url, preset), ofTemplate, mends !== 'told')
  })

  test.each(fits(live))('in a callback: %s', (_, id, make, mends) => {
    tellsOnly(id, make(live, preset), ofLive, mends === 'mended')
  })

  test.each(MACRO_MISTAKES)('its click ID’s macro in %s', (_, id, text) => {
    tellsOnly(id, value('click-id', text)(endpoint.url, preset), ofTemplate, true)
  })

  function tellsOnly(id: string, mistake: Mistake | null, check: typeof ofTemplate, mends: boolean) {
    const { url = '', mark } = mistake ?? {}
    const told = check({ ...endpoint, url })
    expect(told.map((problem) => problem.id)).toEqual([id])
    const [{ place, mend } = {}] = told
    expect(place && url.slice(place.start, place.end)).toBe(mark)
    expect(mend !== undefined).toBe(mends)
    if (mend) expect(check(mended({ ...endpoint, url }, mend))).toEqual([])
  }
})

test('what fills a required click ID is the one that this receiver issued', () => {
  const own = PRESETS.flatMap((preset) => {
    const click = preset.params.find(({ kind, required }) => kind === 'click-id' && required)
    const macro = click && templateValue(preset, click.name)
    return macro && macro !== '{clickid}' ? [`${preset.id} ${macro}`] : []
  })
  expect(own).toEqual(['awin {awc}', 'rakuten {ranSiteID}', 'taboola {tblci}', 'mediago {tracking_id}'])
})
