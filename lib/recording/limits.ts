/** Bounds of what is kept, so that no page can fill the store. */

/**
 * Longest URL kept, in characters, which are bytes, for browsers spell URLs in ASCII; the rest is cut, and one of this
 * length counts as cut. Chrome itself stops at 2 MiB, servers at 8–64 kB.
 */
export const MAX_URL_LENGTH = 64 * 1024

/** Longest HTML of a link, form or meta element kept, in characters (evidence format, version 1). */
export const MAX_ELEMENT_LENGTH = 300

/** Longest form body kept, in characters. */
export const MAX_BODY_LENGTH = 8 * 1024

/** How many clicks that target another tab are remembered for each tab. */
export const MAX_TARGETINGS = 8

/** Cookies kept of one answer. */
export const MAX_COOKIES = 30

/** Telling headers kept of one answer; real ones have about three. */
export const MAX_HEADERS = 8

/** Longest value of a telling header kept, in characters. */
export const MAX_HEADER_LENGTH = 80

/**
 * What bounds the hops of a path: navigations kept for each tab, address changes included; the oldest go first. A chain
 * of redirects is one, and browsers follow twenty.
 */
export const MAX_NAVIGATIONS_PER_TAB = 1200

/** Clicks kept that no tab is on any more; the oldest go first. */
export const MAX_PATHS = 100
