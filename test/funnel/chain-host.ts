import { NETWORK, TRACKER } from './hosts.ts'

/** Host of a chain's request that has `left` redirects before it: they take turns, so that every redirect leaves its site. */
export const chainHost = (left: number): string => (left % 2 === 0 ? TRACKER : NETWORK)
