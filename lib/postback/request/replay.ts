import type { Endpoint } from '../../model/endpoint.ts'
import type { PostbackRequest } from '../../model/postback.ts'
import { encodeValue, fillText } from '../fill.ts'
import { isSameOrigin } from './same-origin.ts'

export interface Replay {
  request: PostbackRequest
  /** Names in braces that go out as this very text: none of the secrets fills them, or it is not for this host. */
  unfilled: string[]
}

/**
 * A kept request ready to go out again: the endpoint's secrets (of a conversions API its token) stand where it has their names.
 *
 * A request can be edited before it goes out again, so a secret goes to the endpoint's own scheme, host and port alone:
 * a token must reach no stranger for a mistyped host.
 */
export function replayOf(
  { url, headers, body, method }: PostbackRequest,
  endpoint: Pick<Endpoint, 'url' | 'secrets'> | undefined,
): Replay {
  const isOwn = endpoint !== undefined && isSameOrigin(url, endpoint.url)
  const filling = { mapping: {}, values: {}, secrets: isOwn ? endpoint.secrets : {} }
  const unfilled = new Set<string>()
  const put = (text: string, encode: (value: string) => string) => {
    const filled = fillText(text, filling, [], encode)
    for (const { name, value } of filled.macros) if (value === null) unfilled.add(name)
    return filled.text
  }
  const request = {
    method,
    url: put(url, encodeValue),
    ...(headers && { headers: headers.map(({ name, value }) => ({ name, value: put(value, String) })) }),
    ...(body && { body: { ...body, text: put(body.text, body.type === 'form' ? encodeValue : inJson) } }),
  }
  return { request, unfilled: [...unfilled] }
}

const inJson = (value: string): string => JSON.stringify(value).slice(1, -1)
