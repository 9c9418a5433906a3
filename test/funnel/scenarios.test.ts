import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask } from './ask.ts'
import { ADS } from './hosts.ts'
import { fieldsOf } from './query.ts'
import { SCENARIOS, type Scenario } from './scenarios.ts'
import { type DemoFunnel, startFunnel } from './server.ts'
import { type Visit, walk } from './walk.ts'

let funnel: DemoFunnel
beforeAll(async () => {
  funnel = await startFunnel({ tls: false })
})
afterAll(() => funnel.close())

const walkFrom = ({ start, expect: { endless, hops } }: Scenario): Promise<Visit[]> =>
  walk(funnel.url(start.host, start.path), endless ? hops.length : undefined)

/** History and fragment hops are the page's own: no server hears of them. */
const asked = ({ expect: { hops } }: Scenario) =>
  hops
    .filter(({ cause }) => cause !== 'history' && cause !== 'fragment')
    .map(({ host, path, status, method = 'GET' }) => ({ host, path, status, method }))

const visited = ({ url, status, method }: Visit) => ({
  host: new URL(url).hostname,
  path: new URL(url).pathname,
  status,
  method,
})

const fieldsIn = ({ url, body }: Visit): [name: string, value: string][] =>
  fieldsOf([url.split('#', 1)[0]?.split('?')[1] ?? '', body].join('&'))

/** Whether the value that first went by this name is there at the end, under any name. */
function arrives(visits: Visit[], name: string): boolean {
  const value = visits.flatMap(fieldsIn).find(([field]) => field === name)?.[1]
  if (value === undefined) throw new Error(`no hop has ${name}`)
  return visits
    .slice(-1)
    .flatMap(fieldsIn)
    .some(([, last]) => last === value)
}

test('every scenario has an id of its own', () => {
  expect(new Set(SCENARIOS.map(({ id }) => id)).size).toBe(SCENARIOS.length)
})

describe.each(SCENARIOS)('$id', (scenario) => {
  test('goes through the hops that it promises', async () => {
    expect((await walkFrom(scenario)).map(visited)).toEqual(asked(scenario))
  })

  test('brings to the end what it promises, and nothing else', async () => {
    const visits = await walkFrom(scenario)
    for (const [name, outcome] of Object.entries(scenario.expect.outcomes ?? {})) {
      expect([name, arrives(visits, name)]).toEqual([name, outcome === 'delivered'])
    }
  })

  test('has every element to click on a page of its walk', async () => {
    const pages = await Promise.all((await walkFrom(scenario)).map((visit) => ask(visit.url, visit).catch(() => null)))
    for (const { click } of scenario.steps ?? []) {
      expect(pages.some((page) => page?.body.includes(`id="${click.slice(1)}"`))).toBe(true)
    }
  })

  test('is an ad on the ad page', async () => {
    const { body } = await ask(funnel.url(ADS, '/'))
    expect(body).toContain(`id="ad-${scenario.id}"`)
  })
})
