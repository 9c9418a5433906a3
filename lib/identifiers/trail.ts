import type { Hop } from '../model/click-path.ts'
import type { Step } from '../model/identifier.ts'

/** What a telephone or a mail program is handed; nobody expects a click ID there. */
const CALL_OR_MAIL = /^(?:tel|sms|mailto|callto):/i

/** Whether the page only gave itself another address. */
export const isOwnAddress = ({ cause }: Pick<Hop, 'cause'>): boolean => cause === 'history' || cause === 'fragment'

/** Whether the page stays: it gave itself another address, or began a call or a mail. No request, no new document. */
export const isInPage = (hop: Pick<Hop, 'cause' | 'url'>): boolean => isOwnAddress(hop) || CALL_OR_MAIL.test(hop.url)

/** Index of the last hop that brought a document; 0 where none did. */
export const lastDocument = (hops: readonly Pick<Hop, 'cause' | 'url'>[]): number =>
  Math.max(
    0,
    hops.findLastIndex((hop) => !isInPage(hop)),
  )

/** Whether a step says that the value is not there. */
export const isGone = ({ state }: Step): boolean => state === 'stripped' || state === 'absent' || state === 'replaced'
