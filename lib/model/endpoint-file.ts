import * as z from 'zod/mini'
import { Endpoint } from './endpoint.ts'

export const ENDPOINT_FILE_FORMAT = 'clickpath-endpoints'
export const ENDPOINT_FILE_VERSION = 1

/** Endpoints as a file. Secrets are named in it (`{ "token": "" }`) and never told. */
export const EndpointFile = z.object({
  format: z.literal(ENDPOINT_FILE_FORMAT),
  version: z.literal(ENDPOINT_FILE_VERSION),
  /** ISO 8601. */
  exportedAt: z.optional(z.string()),
  endpoints: z.array(Endpoint),
})
export type EndpointFile = z.infer<typeof EndpointFile>
