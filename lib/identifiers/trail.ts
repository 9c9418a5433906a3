import type { Hop } from '../model/click-path.ts'
import type { Step } from '../model/identifier.ts'

/** Whether the page only gave itself another address: no request, no new document. */
export const isInPage = (hop: Pick<Hop, 'cause'>): boolean => hop.cause === 'history' || hop.cause === 'fragment'

/** Index of the last hop that brought a document; 0 where none did. */
export const lastDocument = (hops: readonly Pick<Hop, 'cause'>[]): number =>
  Math.max(
    0,
    hops.findLastIndex((hop) => !isInPage(hop)),
  )

/** Whether a step says that the value is not there. */
export const isGone = ({ state }: Step): boolean => state === 'stripped' || state === 'absent' || state === 'replaced'
