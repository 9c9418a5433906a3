import { Endpoint } from '../model/endpoint.ts'
import { ATTEMPT_VERSION, PostbackAttempt } from '../model/postback.ts'

/** An endpoint as it was stored, by this version or an older one; undefined when it cannot be read. */
export function readEndpoint(stored: unknown): Endpoint | undefined {
  return Endpoint.safeParse(stored).data
}

/** An attempt as it was stored, by this version or an older one; undefined when it cannot be read. */
export function readAttempt(stored: unknown): PostbackAttempt | undefined {
  return PostbackAttempt.safeParse(isFirstVersion(stored) ? fromFirstVersion(stored) : stored).data
}

const isFirstVersion = (stored: unknown): stored is Record<string, unknown> =>
  typeof stored === 'object' && stored !== null && !('version' in stored)

/** Version 1 knew its template by id alone. */
function fromFirstVersion({ templateId, ...rest }: Record<string, unknown>): Record<string, unknown> {
  return {
    ...rest,
    version: ATTEMPT_VERSION,
    ...(typeof templateId === 'string' && { endpoint: { id: templateId, name: '' } }),
  }
}
