import type { Endpoint } from '../../model/endpoint.ts'
import type { Identifier } from '../../model/identifier.ts'
import type { PostbackRequest } from '../../model/postback.ts'
import { type FilledMacro, fill, fillText } from '../fill.ts'
import { bodyOf } from './body.ts'
import { sendable } from './headers.ts'

export interface BuiltRequest {
  /** With secrets in it: for sending, never for keeping. */
  request: PostbackRequest
  /** As it is shown and kept: in place of each secret stands its macro. */
  shown: PostbackRequest
  /** Of URL, headers and body, one for every occurrence. */
  macros: FilledMacro[]
}

/** Fills an endpoint from a click: the request as it is sent, and as it may be seen. */
export function buildRequest(endpoint: Endpoint, identifiers: readonly Identifier[]): BuiltRequest {
  const { request, macros } = build(endpoint, identifiers)
  const empty = Object.fromEntries(Object.keys(endpoint.secrets).map((name) => [name, '']))
  return { request, shown: build({ ...endpoint, secrets: empty }, identifiers).request, macros }
}

function build(endpoint: Endpoint, identifiers: readonly Identifier[]) {
  const { method } = endpoint
  const { url, macros } = fill(endpoint, identifiers)
  const headers = endpoint.headers.map(({ name, value }) => {
    const filled = fillText(value, endpoint, identifiers, String)
    macros.push(...filled.macros)
    return { name, value: filled.text }
  })
  const body = bodyOf(endpoint, identifiers)
  macros.push(...(body?.macros ?? []))
  const sent = sendable(headers)
  const request: PostbackRequest = {
    method,
    url,
    ...(sent.length > 0 && { headers: sent }),
    ...(body && { body: body.body }),
  }
  return { request, macros }
}
