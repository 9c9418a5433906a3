import type { ConversionApi } from '../../model/conversion-api.ts'
import type { Endpoint } from '../../model/endpoint.ts'
import type { PostbackAttempt } from '../../model/postback.ts'

/** Before the id of a conversions API where an attempt names what it went to; an endpoint's own id is a UUID. */
const PREFIX = 'api:'

/** Where an attempt says that it went: the platform decides which phrases its answer is read by. */
export const asEndpoint = ({
  id,
  name,
  platform,
}: Pick<ConversionApi, 'id' | 'name' | 'platform'>): NonNullable<PostbackAttempt['endpoint']> => ({
  id: PREFIX + id,
  name,
  preset: platform,
})

/** Whether an attempt went to a conversions API, also one that is not kept any more. */
export const wentToApi = (id: string | undefined): boolean => id?.startsWith(PREFIX) === true

/** The conversions API that an attempt went to; undefined where it went to another, or is not kept any more. */
export const apiOf = (id: string | undefined, apis: readonly ConversionApi[]): ConversionApi | undefined =>
  apis.find((api) => id === PREFIX + api.id)

/**
 * A conversions API's token as an endpoint's secret: it stands in no attempt, and goes to the API's own scheme, host and
 * port alone. What was pasted with it, a space or a line's end, is no part of it: a server repeats it without.
 */
export const tokenOf = ({
  baseUrl,
  token,
}: Pick<ConversionApi, 'baseUrl' | 'token'>): Pick<Endpoint, 'url' | 'secrets'> => ({
  url: baseUrl,
  secrets: { access_token: token.trim() },
})
