import type { ConversionApi } from '../../model/conversion-api.ts'

/** `baseUrl/…steps`, each step encoded, empty ones left out; a slash too many at the end of the base does no harm. */
export const eventUrl = ({ baseUrl }: Pick<ConversionApi, 'baseUrl'>, ...steps: string[]): string =>
  [baseUrl.trim().replace(/\/+$/, ''), ...steps.filter((step) => step !== '').map(encodeURIComponent)].join('/')

/** A value as typed, as the number that JSON wants; undefined where there is none. */
export function amount(value: string): number | undefined {
  const text = value.trim()
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined
}
