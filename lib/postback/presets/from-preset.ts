import { Endpoint } from '../../model/endpoint.ts'
import { fieldsIn } from '../fields.ts'
import { macrosIn } from '../macros.ts'
import { parameterNamed } from './parameters.ts'
import type { Preset } from './preset.ts'

/** Days that a click lives where neither the user nor the preset says. Source: the default of Everflow and Offer18. */
const USUAL_LIFESPAN_DAYS = 30

/**
 * A new endpoint from a preset: its template, its click's lifespan, and its tokens marked as secrets, still empty.
 *
 * @param preset one with a template; without one the URL is left for the user to write
 */
export function endpointFrom(preset: Preset, id: string): Endpoint {
  const url = preset.url ?? ''
  const secrets = fieldsIn(url)
    .filter(({ name }) => parameterNamed(preset, name)?.kind === 'auth')
    .flatMap(({ rawValue }) => macrosIn(rawValue).map(({ name }) => [name, ''] as const))
  return Endpoint.parse({
    id,
    name: preset.name,
    preset: preset.id,
    url,
    method: preset.method ?? 'GET',
    mapping: {},
    values: {},
    ...(preset.body && { body: preset.body }),
    secrets: Object.fromEntries(secrets),
    lifespanDays: preset.lifespanDays ?? USUAL_LIFESPAN_DAYS,
  })
}
