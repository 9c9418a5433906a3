import type { Cause } from '../../../lib/model/click-path.ts'
import { USUAL_PATH } from '../hosts.ts'
import type { ExpectedHop, Leg, Scenario, ScenarioExpectation, Theme } from '../scenario.ts'

/** A path that is the usual one of its host may be left out; `:id` in it is the scenario's id. */
type UsualPath<T> = Omit<T, 'path'> & { path?: string }

type HopRow = UsualPath<ExpectedHop>

/** A scenario as it is written down. It starts at its first leg, with `query`. */
type Row = Pick<Scenario, 'title' | 'story' | 'steps'> & {
  query: string
  legs: UsualPath<Leg>[]
  expect: Omit<ScenarioExpectation, 'hops' | 'findings'> & { hops: HopRow[]; findings?: readonly string[] }
}

export const hop = (
  host: string,
  cause: Cause,
  status: number | null,
  more: Partial<Pick<ExpectedHop, 'path' | 'method' | 'newTab' | 'fragment'>> = {},
): HopRow => ({ host, cause, status, ...more })

/** Fills in what a row left out. */
export function scenario(theme: Theme, id: string, { query, legs, expect, ...row }: Row): Scenario {
  const placed = <T>(place: UsualPath<T> & { host: string }) => ({
    ...place,
    path: (place.path ?? USUAL_PATH[place.host] ?? '/').replaceAll(':id', id),
  })
  const placedLegs: Leg[] = legs.map(placed)
  const [start] = placedLegs
  if (!start) throw new Error(`scenario ${id} has no leg`)
  return {
    id,
    theme,
    ...row,
    start: { host: start.host, path: `${start.path}?${query}` },
    legs: placedLegs,
    expect: { findings: [], ...expect, hops: expect.hops.map(placed) },
  }
}

export const CTA = [{ click: '#cta' }]

/** Made up, in the shape the platforms' own have: no one's click. */
export const FBCLID =
  'IwZXh0bgNhZW0BMABhZGlkAasXk29VqTfDcHJ1bm4BHq3LpYtRwZ8eUaGvKsNmQo4Xh7CjBd5Ef1TiOySrWl6PzVuMxJnA9bFkDg2Q_aem_d3Vub3JkZW1vY2xpY2tpZA'
export const GCLID = 'Cj0KCQiAvP6ABhCjARIsAH37rbQmXw9LkTz4eYd8GoUqVnRsPcFhBi1JaKxMyW5N0vEtSu2ZgDlOpI3aAmrEEALw_wcB'
/** The click ID an ad network puts into `clickid`. */
export const NETWORK_CLICK = 'w7K2PQ9XVN4TB6HMZ1RD8CJSL5'

/** What a Meta ad hands over: campaign tags and the click ID. */
export const META_AD = `utm_source=facebook&utm_medium=paid&utm_campaign=spring&fbclid=${FBCLID}`
export const GOOGLE_AD = `utm_source=google&utm_medium=cpc&gclid=${GCLID}`
export const NETWORK_AD = `utm_source=push&clickid=${NETWORK_CLICK}`

/** What a tracker does that adds its own click ID to what it got. */
export const ADD_CLICK_ID = { issue: 'clickid' }
