import { macrosIn, withoutMacros } from './macros.ts'

/**
 * Macro syntaxes that are not ours, most specific first. Source: the public documentation of the systems named.
 * In each, `[` is no macro after a name (`data[amount]=`), and `%` none before two hexadecimal digits.
 */
const SYNTAXES: readonly RegExp[] = [
  // Meta, Outbrain, Awin: {{ad.id}}
  /\{\{[^{}]{1,60}\}\}/g,
  // PropellerAds, Clickadu, MediaGo, OpenRTB: ${SUBID}
  /\$\{[^{}]{1,60}\}/g,
  // Braces that were percent-encoded, once or more: %7Bclickid%7D
  /%(?:25)*7B[\w.:|%-]{1,60}?%(?:25)*7D(?:%(?:25)*7D)?/gi,
  // {clickid|default}, {click id}, but not JSON
  /\{[^{}"]{1,60}\}/g,
  // RedTrack DSP, FunnelFlux, Adness: [CLICK_ID]
  /(?<!\w)\[[A-Za-z][\w ]{1,40}\]/g,
  /(?<!\w)%(?:25)*5B[A-Za-z][\w ]{1,40}%(?:25)*5D/gi,
  // TikTok, Kwai: __CLICKID__; with single underscores it is a known misspelling
  /(?<![A-Za-z0-9_])__?[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*__?(?![A-Za-z0-9_])/g,
  // CAKE: #s1#. Adsterra: ##SUB_ID_SHORT(action)##
  /#{1,2}\w{2,40}(?:\([^#()]{0,40}\))?#{1,2}/g,
  /%23\w{2,40}%23/g,
  // Awin: !!!awc!!!
  /!!!\w{2,30}!!!/g,
  // Google Ad Manager: %%CLICK_URL_ESC%%
  /%%[A-Z][A-Z0-9_:]{2,60}%%/g,
  // Older sub-ID formats: %SUB%
  /%(?![0-9A-Fa-f]{2})[A-Za-z_]{3,20}%/g,
  /<[A-Za-z_][\w -]{1,40}>|%3C[A-Za-z_][\w-]{1,40}%3E|&lt;[A-Za-z_][\w -]{1,40}&gt;/gi,
  /(?<=[=/]|^)@\w{2,30}@/g,
]

/** Words that documentation puts where a value belongs, and what a script writes when it has none. */
const PLACEHOLDER =
  /(?<==)(?:REPLACE(?:_ME)?|OPTIONAL|REQUIRED|YOUR_[A-Z_]{1,40}|TRANSACTION_ID|CLICK_?ID|SUBID|AFFSUB\d?|SOURCE|REVENUE|CURRENCY|ORDER_ID|EVENT_NAME|undefined|null|NaN|\[object(?: |%20|\+)Object\]|%5Bobject(?: |%20|\+)Object%5D)(?=[&#]|$)/g

/** Stands where a macro was cut out, so that what is left and right of it does not become one. */
const CUT = '\uffff'

/** Pieces of a URL that look like another system's macro, each once, as they are spelt. Our own are not among them. */
export function foreignMacrosIn(url: string): string[] {
  const found = new Set<string>()
  let rest = withoutMacros(url, CUT)
  for (const syntax of SYNTAXES) {
    rest = rest.replace(syntax, (macro) => {
      found.add(macro)
      return CUT
    })
  }
  return [...found]
}

/** Words in a URL that only keep the place of a value, each once. */
export function placeholdersIn(url: string): string[] {
  return [...new Set(url.match(PLACEHOLDER) ?? [])]
}

/** Whether a value is nothing but a macro or a placeholder that somebody before us should have replaced. */
export function isUnreplaced(value: string): boolean {
  return [...macrosIn(value).map(({ raw }) => raw), ...foreignMacrosIn(value), ...placeholdersIn(`=${value}`)].includes(
    value,
  )
}
