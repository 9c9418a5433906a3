import * as z from 'zod/mini'

export const ConversionPlatform = z.enum(['meta', 'tiktok'])
export type ConversionPlatform = z.infer<typeof ConversionPlatform>

/** An ad platform's conversions API as the user has set it up. */
export const ConversionApi = z.object({
  id: z.string(),
  name: z.string(),
  platform: ConversionPlatform,
  /** Without a slash at its end; a gateway or a receiver of one's own has another. */
  baseUrl: z.string(),
  /** As it stands in the URL: `v24.0`. */
  apiVersion: z.string(),
  /** Pixel or data set that takes the events. */
  pixelId: z.string(),
  /** Access token: kept on this machine, in no attempt or export. */
  token: z.string(),
  /** Marks events as a test; empty where the user has none. */
  testEventCode: z.string(),
})
export type ConversionApi = z.infer<typeof ConversionApi>
