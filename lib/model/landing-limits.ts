/** Bounds of what is taken of a page, so that no page can fill the store. Apart from the schemas: the content script has no room for these. */

/** Cookies and storage entries. */
export const MAX_KEPT = 40

/** Longest value of one, in characters. Browsers take cookies of 4 kB. */
export const MAX_KEPT_LENGTH = 4 * 1024

/** Links and forms that lead to another site. */
export const MAX_LINKS = 200

/** Longest URL of a link, and longest text of a form's fields, in characters. */
export const MAX_LINK_LENGTH = 2 * 1024

/** Longest `rel` of a link, in characters. */
export const MAX_REL = 100

/** Longest address of a page that is asked, in characters. */
export const MAX_PAGE_URL = 64 * 1024
