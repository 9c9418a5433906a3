import type { PhraseRow } from '../answers/system-phrases.ts'
import rows from './meta-errors.json' with { type: 'json' }
import type { MetaErrorRow } from './meta-errors.ts'

const ABOUT = {
  system: 'meta',
  confidence: 'documented',
  source: 'https://developers.facebook.com/docs/graph-api/guides/error-handling',
} as const

const errors = (rows as readonly MetaErrorRow[]).map(
  ({ code, subcode, class: group, meaning, confidence }): PhraseRow => {
    const pattern = subcode === undefined ? `"code"\\s*:\\s*${code}\\b` : `"error_subcode"\\s*:\\s*${subcode}\\b`
    return { ...ABOUT, class: group, says: meaning, pattern, confidence }
  },
)

const TAKEN = '"events_received"\\s*:\\s*[1-9]'

/** What the Graph API says to an event, in the order in which to look for it. */
export const META_PHRASES: readonly PhraseRow[] = [
  ...errors,
  { ...ABOUT, class: 'unauthorized', says: 'codes 200 to 299', pattern: '"code"\\s*:\\s*2\\d\\d\\b' },
  { ...ABOUT, class: 'rejected', says: 'any other error', pattern: '"error"\\s*:\\s*\\{' },
  { ...ABOUT, class: 'rejected', says: 'events_received 0', pattern: '"events_received"\\s*:\\s*0\\b' },
  {
    ...ABOUT,
    class: 'test',
    says: 'events_received, with a test_event_code',
    pattern: TAKEN,
    whenSent: '"test_event_code"',
  },
  { ...ABOUT, class: 'accepted', says: 'events_received', pattern: TAKEN },
]
