import type { ConversionApi } from '../../model/conversion-api.ts'
import type { Endpoint } from '../../model/endpoint.ts'
import { apiOf, tokenOf, wentToApi } from '../conversion-apis/saved-api.ts'
import { isSameOrigin } from './same-origin.ts'

/** Where an attempt went, as it is set now: to its own host its secrets go out again. */
export type ReplayTarget = Pick<Endpoint, 'name' | 'url' | 'secrets'> & Partial<Pick<Endpoint, 'timeoutMs' | 'retries'>>

interface Kept {
  endpoints: readonly Endpoint[]
  apis: readonly ConversionApi[]
}

/** The endpoint or conversions API of an attempt; undefined where it is not kept any more. */
export function replayTarget(id: string | undefined, { endpoints, apis }: Kept): ReplayTarget | undefined {
  const api = apiOf(id, apis)
  return api ? { name: api.name, ...tokenOf(api) } : endpoints.find((endpoint) => endpoint.id === id)
}

/** Why a name in braces goes out as this very text. @param url where it is to go @param id what the attempt went to */
export function whyUnfilled(url: string, id: string | undefined, target: ReplayTarget | undefined): string {
  const isApi = wentToApi(id)
  if (!target)
    return isApi
      ? 'Its conversions API is not kept here any more, and with it went its token.'
      : 'Its endpoint is not kept here any more, and with it went its secrets.'
  if (!isApi) return 'A secret goes to the host of its own endpoint alone, and only where one is set.'
  if (!isSameOrigin(url, target.url))
    return `The token goes to the host of its own base URL alone: ${URL.parse(target.url)?.origin ?? 'none is set'}.`
  return 'No access token is saved: set it under Conversions API.'
}
