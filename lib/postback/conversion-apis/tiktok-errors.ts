import type { Phrase } from '../answers/system-phrases.ts'
import type { MetaErrorRow } from './meta-errors.ts'
import rows from './tiktok-errors.json' with { type: 'json' }

/**
 * One line of tiktok-errors.json. TikTok's own list of codes could not be read: the rows are what public connectors to its
 * Business API expect (airbyte's source-tiktok-marketing among them), so each is `widely-used`.
 */
export type TikTokErrorRow = Omit<MetaErrorRow, 'subcode'>

const ERRORS = rows as readonly TikTokErrorRow[]

/** What a code other than 0 means; undefined where it is not known. */
export const tiktokError = (code: number | null): TikTokErrorRow | undefined => ERRORS.find((row) => row.code === code)

/** What a code means, before the rows of phrases.json that know only whether it is 0. */
export const TIKTOK_PHRASES: readonly Phrase[] = ERRORS.map(({ code, class: group }) => ({
  system: 'tiktok',
  class: group,
  pattern: `"code"\\s*:\\s*${code}\\b`,
}))
