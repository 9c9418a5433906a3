import type { Hop } from '../model/click-path.ts'
import type { Step } from '../model/identifier.ts'

/** What a telephone or a mail program is handed, and the empty page of a tab that a script fills later: no click ID is expected there. */
const NO_DOCUMENT = /^(?:(?:tel|sms|mailto|callto):|about:blank$)/i

/** Whether the page only gave itself another address. */
export const isOwnAddress = ({ cause }: Pick<Hop, 'cause'>): boolean => cause === 'history' || cause === 'fragment'

/** Whether the page stays: it gave itself another address, began a call or a mail, or opened an empty tab. No request, no new document. */
export const isInPage = (hop: Pick<Hop, 'cause' | 'url'>): boolean => isOwnAddress(hop) || NO_DOCUMENT.test(hop.url)

/** Index of the last hop that brought a document; 0 where none did. */
export const lastDocument = (hops: readonly Pick<Hop, 'cause' | 'url'>[]): number =>
  Math.max(
    0,
    hops.findLastIndex((hop) => !isInPage(hop)),
  )

/** Whether a step says that the value is not there. */
export const isGone = ({ state }: Step): boolean => state === 'stripped' || state === 'absent' || state === 'replaced'
