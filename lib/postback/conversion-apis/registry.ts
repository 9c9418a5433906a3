import type { ConversionPlatform } from '../../model/conversion-api.ts'
import type { ConversionPlatformKit } from './conversion-event.ts'
import { meta } from './meta.ts'
import { tiktok } from './tiktok.ts'

/** Every conversions API that is known: a new one is a file beside these, and a line here. */
export const CONVERSION_APIS: Readonly<Record<ConversionPlatform, ConversionPlatformKit>> = { meta, tiktok }
