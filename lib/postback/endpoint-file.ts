import type * as z from 'zod/mini'
import { splitUrl } from '../identifiers/split-url.ts'
import { ENDPOINT_VERSION, Endpoint } from '../model/endpoint.ts'
import { ENDPOINT_FILE_FORMAT, ENDPOINT_FILE_VERSION, type EndpointFile } from '../model/endpoint-file.ts'

/** More is no file that a person made. */
const MAX_CHARACTERS = 2_000_000
const MAX_ENDPOINTS = 1_000

export type ReadEndpoints = { ok: true; endpoints: Endpoint[] } | { ok: false; message: string }

/**
 * Endpoints as the text of a file. Of each secret only its name leaves: `{ "token": "" }`.
 *
 * @param exportedAt ISO 8601
 */
export function writeEndpoints(endpoints: readonly Endpoint[], exportedAt: string): string {
  const file: EndpointFile = {
    format: ENDPOINT_FILE_FORMAT,
    version: ENDPOINT_FILE_VERSION,
    exportedAt,
    endpoints: endpoints.map((endpoint) => ({
      ...endpoint,
      secrets: Object.fromEntries(Object.keys(endpoint.secrets).map((name) => [name, ''])),
    })),
  }
  return `${JSON.stringify(file, null, 2)}\n`
}

/**
 * Reads a file of endpoints that may come from anyone. Unknown keys are dropped, ids are made unique. Where an endpoint of
 * the same id and the same host is kept already, its secrets stay; a file that names another host gets none of them.
 *
 * @returns the endpoints, or why the file is none, with the place at fault. Never throws.
 */
export function readEndpoints(text: string, kept: readonly Endpoint[] = []): ReadEndpoints {
  if (text.length > MAX_CHARACTERS) return refuse('This file is too large to be one of endpoints.')
  const json = parseJson(text)
  if (json === undefined) return refuse('This file is no JSON.')
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return refuse('This is no file of endpoints.')
  const { format, version, endpoints } = json as Record<string, unknown>
  if (format !== ENDPOINT_FILE_FORMAT)
    return refuse(`This is no file of endpoints: its format is not "${ENDPOINT_FILE_FORMAT}".`)
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return refuse('Its version must be a whole number from 1.')
  if (version > ENDPOINT_FILE_VERSION)
    return refuse('This file was made by a newer Clickpath. Update Clickpath to open it.')
  if (!Array.isArray(endpoints)) return refuse('Its "endpoints" must be a list.')
  if (endpoints.length > MAX_ENDPOINTS) return refuse(`It holds more than ${MAX_ENDPOINTS} endpoints.`)
  const read: Endpoint[] = []
  for (const [index, item] of endpoints.entries()) {
    const parsed = Endpoint.safeParse(item)
    if (!parsed.success) return refuse(`Endpoint ${index + 1}: ${whyNot(item, parsed.error.issues[0])}`)
    const { id } = parsed.data
    const twin = kept.find((known) => known.id === id)
    const copy = read.filter((other) => other.id === id || other.id.startsWith(`${id}~`)).length
    read.push({
      ...parsed.data,
      id: copy === 0 ? id : `${id}~${copy + 1}`,
      secrets: {
        ...parsed.data.secrets,
        ...(copy === 0 && twin && sameHost(twin.url, parsed.data.url) && twin.secrets),
      },
    })
  }
  return { ok: true, endpoints: read }
}

function sameHost(a: string, b: string): boolean {
  const { host, scheme } = splitUrl(a)
  const other = splitUrl(b)
  return host !== '' && host === other.host && scheme === other.scheme && !/[{}]/.test(host)
}

const refuse = (message: string): ReadEndpoints => ({ ok: false, message })

function parseJson(text: string): unknown {
  try {
    // A byte order mark is no JSON, and some editors write one.
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

function whyNot(item: unknown, issue: z.core.$ZodIssue | undefined): string {
  const version = (item as { version?: unknown } | null)?.version
  if (typeof version === 'number' && version > ENDPOINT_VERSION) return 'it was made by a newer Clickpath.'
  const place = issue?.path.map(String).join('.') ?? ''
  const wanted = issue?.code === 'invalid_type' ? ` be of type ${issue.expected}` : ' have another value'
  return `${place === '' ? 'it' : `"${place}"`} must${wanted}.`
}
