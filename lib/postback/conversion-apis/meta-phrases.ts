import type { Phrase } from '../answers/system-phrases.ts'
import rows from './meta-errors.json' with { type: 'json' }
import type { MetaErrorRow } from './meta-errors.ts'

const system = 'meta'

const errors = (rows as readonly MetaErrorRow[]).map(({ code, subcode, class: group }): Phrase => {
  const pattern = subcode === undefined ? `"code"\\s*:\\s*${code}\\b` : `"error_subcode"\\s*:\\s*${subcode}\\b`
  return { system, class: group, pattern }
})

const TAKEN = '"events_received"\\s*:\\s*[1-9]'

/** What the Graph API says to an event, in the order in which to look for it. Source: as meta-errors.ts. */
export const META_PHRASES: readonly Phrase[] = [
  ...errors,
  { system, class: 'unauthorized', pattern: '"code"\\s*:\\s*2\\d\\d\\b' },
  { system, class: 'rejected', pattern: '"error"\\s*:\\s*\\{' },
  { system, class: 'rejected', pattern: '"events_received"\\s*:\\s*0\\b' },
  { system, class: 'test', pattern: TAKEN, whenSent: '"test_event_code"' },
  { system, class: 'accepted', pattern: TAKEN },
]
