import { decodeOnce } from './decode.ts'

/** Macro syntaxes that mean nothing else, wherever they stand. Who uses which: Keitaro, Voluum, Meta, TikTok, DSPs … */
const LOUD: readonly RegExp[] = [
  /\$\{[\w.:-]{1,60}\}/,
  /\{{2,3}[^{}]{1,60}\}{2,3}/,
  // Code that the server never ran: PHP, ASP, JSP, ERB in a file that is served as it is.
  /<(?:\?(?!xml)|%).{1,100}?[?%]>/,
  /[#%]?\{\s?\$?[A-Za-z_][\w.:|-]{0,60}\s?\}/,
  /(?<![A-Za-z0-9])__[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*__(?![A-Za-z0-9])/,
  /##[A-Za-z0-9_]{2,40}(?:\([^#]{0,60}\))?##/,
  /!!![A-Za-z0-9_]{2,30}!!!/,
  /%%[A-Z][A-Z0-9_:]{2,60}%%/,
  /\*\|[A-Za-z][\w:]{1,40}\|\*/,
]

/** Syntaxes that also occur in ordinary text: they count as a whole value, or as a part set off by a delimiter. */
const QUIET =
  /(?:^|[_\-.|:~,])(\[{1,2}[A-Za-z][\w -]{1,40}\]{1,2}|<[A-Za-z_][\w -]{1,40}>|&lt;[A-Za-z_][\w -]{1,40}&gt;|#[A-Za-z]\w{1,29}#|@[A-Za-z]\w{1,29}@|%[A-Z]{3,20}%)(?:$|[_\-.|:~,])/
/** `_CLICKID_`, TikTok's own macro misspelt. In `US__BRAND__2026` the same is what parts words: it needs a macro's word. */
const MISSPELT = /(?:^|[-.|:~,])(_[A-Z][A-Z0-9_]{2,40}_)(?:$|[-.|:~,])/

/** What every macro here has one of. Most values have none, and are done with. */
const MAY_BE_MACRO = /[{[<#@!%|]|__|(?:^|[-.|:~,])_[A-Z]|&lt;/

/**
 * Words of which a macro in a quiet syntax has one, unless it is the whole value of a click ID or sub-ID: campaigns are
 * named `[US]_Prospecting`, search terms written `[red shoes]`.
 */
const MACRO_WORD =
  /click|clid|campaign|publisher|time ?stamp|random|cache|visitor|external|transaction|keyword|creative|placement|(?<![a-z])(?:id|(?:sub|aff|aff_?sub|zone|banner|source|req|cost|payout|ip|os|ad|adset|adgroup|geo|url|cid|tid|ord|site|offer|device|country)(?:[_ -]?id)?)\d{0,2}(?![a-z\d])/i

const GUID_IN_BRACES = /^\{[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\}$/i
/** What a script writes when the value was not there. */
const NO_VALUE = /^(?:undefined|null|NaN|\[object[ +]Object\])$/
/** Words that documentation puts where the value belongs. */
const STAND_IN =
  /^(?:REPLACE(?:_ME)?|OPTIONAL|REQUIRED|CLICK_?ID|SUB_?ID\d?|AFF_?SUB\d?|TRANSACTION_ID|YOUR_[A-Z_]{2,40})$/

const LONGEST_WORD = 45

/** Something that stands where a value should, as text: `{clickid}`, `__CLICKID__` … Null when there is none. */
export const macroIn = (value: string): string | null => findDecoded(value, false)

/**
 * As macroIn, for the value of an identifier: what a broken script or a forgotten stand-in leaves counts too, and any word
 * in every syntax.
 *
 * @param isId whether it is a click ID or sub-ID; campaign tags hold words in brackets of their own
 */
export const placeholderIn = (value: string, isId = true): string | null =>
  value.length <= LONGEST_WORD && (NO_VALUE.test(value) || STAND_IN.test(value)) ? value : findDecoded(value, isId)

function findDecoded(value: string, isId: boolean): string | null {
  const spelt = findMacro(value, isId)
  if (spelt !== null || !value.includes('%')) return spelt
  return findMacro(decodeOnce(value), isId)
}

function findMacro(value: string, isId: boolean): string | null {
  if (!MAY_BE_MACRO.test(value)) return null
  for (const syntax of LOUD) {
    const found = syntax.exec(value)
    if (found && !GUID_IN_BRACES.test(found[0]) && !isInBraces(value, found.index)) return found[0]
  }
  const quiet = QUIET.exec(value)?.[1]
  if (quiet && !NO_VALUE.test(quiet)) {
    const isWhole = quiet.length === value.length
    if ((isId && isWhole) || (MACRO_WORD.test(quiet) && (isWhole || !COUNTRY.test(quiet)))) return quiet
  }
  const misspelt = MISSPELT.exec(value)?.[1]
  return misspelt && MACRO_WORD.test(misspelt) ? misspelt : null
}

/** `[ID]_Brand` is a campaign for Indonesia. */
const COUNTRY = /^\W[A-Z]{2}\W$/

/** `{user{id}}` is a query language; `{"id":"{clickid}"}` is JSON with a macro in it. */
function isInBraces(value: string, at: number): boolean {
  const before = value.slice(0, at)
  if (before.endsWith('"')) return false
  return before.lastIndexOf('{') > before.lastIndexOf('}')
}
