import { useMemo } from 'preact/hooks'
import type { PostbackAttempt } from '../../../lib/model/postback.ts'
import { type AttemptFilter, searchAttempts } from '../../../lib/postback/attempts/search.ts'

interface Wanted {
  /** Empty: of any. */
  endpointId: string
  text: string
  tone: AttemptFilter['tone']
}

/** Attempts that are looked for: those of an endpoint, and of these the ones found. Each is kept until it is another. */
export function useFound(attempts: readonly PostbackAttempt[], { endpointId, text, tone }: Wanted) {
  const ofEndpoint = useMemo(
    () => searchAttempts(attempts, endpointId === '' ? {} : { endpointId }),
    [attempts, endpointId],
  )
  const found = useMemo(() => searchAttempts(ofEndpoint, { text, ...(tone && { tone }) }), [ofEndpoint, text, tone])
  return { ofEndpoint, found }
}
