import { Endpoint } from '../model/endpoint.ts'
import { ATTEMPT_VERSION, PostbackAttempt } from '../model/postback.ts'
import { classify } from './answers/classify.ts'

/** An endpoint as it was stored, by this version or an older one; undefined when it cannot be read. */
export function readEndpoint(stored: unknown): Endpoint | undefined {
  return Endpoint.safeParse(stored).data
}

const read = new WeakMap<object, PostbackAttempt>()

/**
 * An attempt as it was stored, by this version or an older one; undefined when it cannot be read. One that was stored
 * without what it was taken for is read anew. The same stored object gives the same attempt, and is checked once: who
 * holds thousands looks at all of them when one changes.
 */
export function readAttempt(stored: unknown): PostbackAttempt | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined
  const attempt = read.get(stored) ?? readAnew(stored)
  if (attempt) read.set(stored, attempt)
  return attempt
}

function readAnew(stored: object): PostbackAttempt | undefined {
  const { data } = PostbackAttempt.safeParse(isFirstVersion(stored) ? fromFirstVersion(stored) : stored)
  const classification = data && (data.classification ?? classify(data))
  return data && (classification ? { ...data, classification } : data)
}

const isFirstVersion = (stored: object): stored is Record<string, unknown> => !('version' in stored)

/** Version 1 knew its template by id alone. */
function fromFirstVersion({ templateId, ...rest }: Record<string, unknown>): Record<string, unknown> {
  return {
    ...rest,
    version: ATTEMPT_VERSION,
    ...(typeof templateId === 'string' && { endpoint: { id: templateId, name: '' } }),
  }
}
