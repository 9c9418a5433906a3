import type { ConversionApi, ConversionPlatform } from '../../../lib/model/conversion-api.ts'
import { CONVERSION_APIS } from '../../../lib/postback/conversion-apis/registry.ts'

/** The platforms, in the order in which they are offered. */
export const PLATFORMS: readonly ConversionPlatform[] = ['meta', 'tiktok']

/** A conversions API before anything was set. @param taken names that are there already */
export function newApi(id: string, platform: ConversionPlatform, taken: readonly string[]): ConversionApi {
  const { name, defaults } = CONVERSION_APIS[platform]
  const free = [name, ...taken.map((_, at) => `${name} ${at + 2}`)].find((each) => !taken.includes(each)) ?? name
  return { id, name: free, platform, ...defaults, pixelId: '', token: '', testEventCode: '' }
}
