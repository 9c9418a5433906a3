import * as z from 'zod/mini'
import { Confidence } from '../confidence.ts'
import { tokensOf } from '../macro-tokens/macro-tokens.ts'
import type { Row } from '../request/rows.ts'
import rows from './platforms.json' with { type: 'json' }

/**
 * One line of platforms.json: what a campaign on a platform usually tells its landing page. The choice of tags is ours.
 * Not among them is Adsterra: whatever reads its `##SUB_ID_SHORT(action)##` as a URL takes it for a fragment.
 */
export const CampaignPlatform = z.object({
  /** As in the macro tokens. */
  id: z.string(),
  /** Text and macros of the platform. */
  rows: z.array(z.object({ name: z.string(), value: z.string() })),
  note: z.optional(z.string()),
  confidence: Confidence,
})
/** What code knows of it: a build leaves out how sure it is. */
export type CampaignPlatform = Omit<z.infer<typeof CampaignPlatform>, 'confidence'>

export const CAMPAIGN_PLATFORMS = rows as readonly CampaignPlatform[]

/** The rows to begin with for a platform; none where it is not known. */
export const rowsFor = (id: string): readonly Row[] => CAMPAIGN_PLATFORMS.find((known) => known.id === id)?.rows ?? []

export const platformName = (id: string): string => tokensOf(id)?.name ?? id
