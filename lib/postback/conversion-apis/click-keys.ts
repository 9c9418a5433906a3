import type { ClickPath } from '../../model/click-path.ts'
import type { ClickKeys } from './conversion-event.ts'

/** Source: facebook/capi-param-builder. A fifth part is the builder's own mark. */
const APPENDIX = '(?:\\.(?:A[Qgw]|B[AQg]|[A-Za-z0-9_-]{8}))?'
const FBC = new RegExp(`^fb\\.\\d+\\.\\d{10,13}\\.[A-Za-z0-9_-]+${APPENDIX}$`)
const FBP = new RegExp(`^fb\\.\\d+\\.\\d{10,13}\\.\\d{1,18}${APPENDIX}$`)
/** Longer ones are passed over by Meta's own builder. */
const MAX_FBCLID = 500

export const isFbc = (text: string): boolean => FBC.test(text)
export const isFbp = (text: string): boolean => FBP.test(text)

/**
 * The `fbc` of a fbclid: `fb.1.<ms>.<fbclid>`, byte for byte and in its own case.
 *
 * @param at milliseconds since the epoch when the fbclid was first seen
 * @returns null for what cannot be a fbclid
 */
export function fbcOf(fbclid: string, at: number): string | null {
  if (fbclid.length > MAX_FBCLID || !/^[A-Za-z0-9_-]+$/.test(fbclid) || !(at > 0)) return null
  return `fb.1.${Math.floor(at)}.${fbclid}`
}

/**
 * What of a path ties an event to its click: the cookies that the landing page set or keeps, as they are; without an `_fbc`,
 * or with one of an earlier click, the one that its fbclid makes, at the time of the hop where it appeared. Source: Meta,
 * "fbp and fbc"; facebook/capi-param-builder, which renews an `_fbc` that holds another fbclid than the URL.
 */
export function clickKeysOf({
  hops,
  identifiers,
  landing,
}: Pick<ClickPath, 'hops' | 'identifiers' | 'landing'>): ClickKeys {
  const cookies = new Map(hops.flatMap(({ setCookies = [] }) => setCookies.map(({ name, value }) => [name, value])))
  for (const { name, value } of landing?.kept ?? []) cookies.set(name, value)
  const fbclid = identifiers.find(({ name }) => name === 'fbclid')
  const seen = fbclid && hops[fbclid.trail[0]?.hop ?? -1]?.startedAt
  const fbc = [cookies.get('_fbc'), identifiers.find(({ value }) => isFbc(value))?.value].find(
    (value) => value && isFbc(value) && (!fbclid || value.split('.')[3] === fbclid.value),
  )
  const made = fbc ?? (fbclid && fbcOf(fbclid.value, seen ?? 0))
  const fbp = cookies.get('_fbp')
  const ttclid = identifiers.find(({ name }) => name === 'ttclid')?.value ?? cookies.get('ttclid')
  const ttp = cookies.get('_ttp')
  return {
    ...(made && { fbc: made }),
    ...(fbp && isFbp(fbp) && { fbp }),
    ...(ttclid && { ttclid }),
    ...(ttp && { ttp }),
  }
}
