/** How an evidence document says what it is. Apart from its schema, which who only writes one has no room for. */
export const EVIDENCE_FORMAT = 'clickpath-evidence'
export const EVIDENCE_VERSION = 1
