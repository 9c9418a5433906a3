/** Milliseconds from the request to the last byte of the answer's body. */
export const POSTBACK_TIMEOUT_MS = 10_000

/** Bytes of the answer's body that are kept; the rest is not even fetched. */
export const MAX_BODY_BYTES = 64 * 1024
