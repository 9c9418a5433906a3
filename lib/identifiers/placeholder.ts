import { decodeOnce } from './decode.ts'

/** Macro syntaxes that mean nothing else, wherever they stand. Who uses which: Keitaro, Voluum, Meta, TikTok, DSPs … */
const LOUD: readonly RegExp[] = [
  /\$\{[\w.:-]{1,60}\}/,
  /\{\{[^{}]{1,60}\}\}/,
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

/** Words of which a macro in a quiet syntax has one where it stands in a parameter that is no identifier. */
const MACRO_WORD =
  /click|sub|aff|camp|zone|source|publisher|cost|time ?stamp|random|cache|visitor|external|transaction|keyword|creative|placement|(?:^|[_ -])(?:id|ip|os|ad|geo|url|cid|tid|ord|site|offer|device|country)(?:$|[_ -]|id)/i

const GUID_IN_BRACES = /^\{[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\}$/i
/** What a script writes when the value was not there. */
const NO_VALUE = /^(?:undefined|null|NaN|\[object[ +]Object\])$/
/** Words that documentation puts where the value belongs. */
const STAND_IN =
  /^(?:REPLACE(?:_ME)?|OPTIONAL|REQUIRED|CLICK_?ID|SUB_?ID\d?|AFF_?SUB\d?|TRANSACTION_ID|YOUR_[A-Z_]{2,40})$/

/** Something that stands where a value should, as text: `{clickid}`, `__CLICKID__` … Null when there is none. */
export const macroIn = (value: string): string | null => findDecoded(value, false)

/**
 * As macroIn, for the value of an identifier: any word counts in every syntax, and so does what a broken script or a
 * forgotten stand-in leaves.
 */
export const placeholderIn = (value: string): string | null =>
  NO_VALUE.test(value) || STAND_IN.test(value) ? value : findDecoded(value, true)

function findDecoded(value: string, isIdentifier: boolean): string | null {
  const spelt = findMacro(value, isIdentifier)
  if (spelt !== null || !value.includes('%')) return spelt
  return findMacro(decodeOnce(value), isIdentifier)
}

function findMacro(value: string, isIdentifier: boolean): string | null {
  if (!MAY_BE_MACRO.test(value)) return null
  for (const syntax of LOUD) {
    const found = syntax.exec(value)
    if (found && !GUID_IN_BRACES.test(found[0]) && !isInBraces(value, found.index)) return found[0]
  }
  const quiet = QUIET.exec(value)?.[1]
  if (quiet && !NO_VALUE.test(quiet) && (isIdentifier || MACRO_WORD.test(quiet))) return quiet
  const misspelt = MISSPELT.exec(value)?.[1]
  return misspelt && MACRO_WORD.test(misspelt) ? misspelt : null
}

/** `{user{id}}` is a query language; `{"id":"{clickid}"}` is JSON with a macro in it. */
function isInBraces(value: string, at: number): boolean {
  const before = value.slice(0, at)
  if (before.endsWith('"')) return false
  return before.lastIndexOf('{') > before.lastIndexOf('}')
}
